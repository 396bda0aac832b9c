import { MEDIAN, quantile } from '../quantile.js';
import { asCount, asRatio, table } from '../table.js';
import type { Measured } from './measure-bot.js';

const P95 = 0.95;

interface BotSpeed {
  calls: number;
  steps: readonly Measured[];
}

const answersOf = ({ steps }: BotSpeed): number[] =>
  steps.flatMap(({ answered }) => (answered === null ? [] : [answered]));
const drawnOf = ({ steps }: BotSpeed, name?: string): number[] =>
  steps.filter((step) => name === undefined || step.name === name).map(({ drawn }) => drawn);

/** How the largest number of calls compares with the smallest. */
const ratioRow = (label: string, figures: readonly number[]) => ({
  label,
  cells: [...figures.slice(1).map(() => undefined), asRatio((figures.at(-1) ?? 0) / (figures[0] ?? 1))],
});

/** What the bot's speed is, as lines: one column a number of stored calls; milliseconds from the update. */
export const reportBot = (speeds: readonly BotSpeed[]): string[] => {
  const names = [...new Set(speeds.flatMap(({ steps }) => steps.map(({ name }) => name)))];
  const row = (label: string, read: (speed: BotSpeed) => number) => ({
    label,
    cells: speeds.map((speed) => asCount(read(speed))),
  });
  const answered = speeds.map((speed) => quantile(answersOf(speed), P95));
  const drawn = speeds.map((speed) => quantile(drawnOf(speed), P95));
  return [
    'Bot: milliseconds from the update, by number of stored calls',
    ...table(
      speeds.map(({ calls }) => asCount(calls)),
      [
        row('Tap answered, median', (speed) => quantile(answersOf(speed), MEDIAN)),
        row('Tap answered, p95', (speed) => quantile(answersOf(speed), P95)),
        row('Screen drawn, median', (speed) => quantile(drawnOf(speed), MEDIAN)),
        row('Screen drawn, p95', (speed) => quantile(drawnOf(speed), P95)),
        ratioRow('Tap answered, p95: most calls to fewest', answered),
        ratioRow('Screen drawn, p95: most calls to fewest', drawn),
        ...names.map((name) =>
          row(`  ${name}, drawn, median`, (speed) => quantile(drawnOf(speed, name), MEDIAN)),
        ),
      ],
    ),
    '',
  ];
};
