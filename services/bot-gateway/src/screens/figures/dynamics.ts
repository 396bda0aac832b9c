import { MIN_CALLS_TO_COMPARE, type Role } from '@perezvon/contracts';
import { listDays, listShownVersions, type PeriodNumbers } from '@perezvon/db/figures';
import { periodEnding } from '@perezvon/db/calls';
import { columnsOf, grainsOf, type Column, type Grain } from '../../domain/columns.js';
import type { Measured } from '../../domain/compare.js';
import { measured } from '../../domain/period-lines.js';
import { maySeeNumber } from '../../domain/small-cells.js';
import { sparkline } from '../../domain/sparkline.js';
import { dayWords } from '../../text/clock-words.js';
import { html, lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { periodArgs, periodRow, shown } from './figure-words.js';
import { dynamicsPlace } from '../places/figures.js';

const PERCENT = 100;

/** What is followed through time: counts from nothing, shares and points of a hundred. */
const COURSES = ['calls', 'complaint', 'records', 'lost', 'quality'] as const;
type Course = (typeof COURSES)[number];

const followed = (numbers: PeriodNumbers, course: Course): Measured =>
  course === 'calls' ? { value: numbers.calls, calls: numbers.calls } : measured(numbers, course);

interface Point {
  column: Column;
  value: number;
}

/** The values that stand on calls enough; of a count every one does, for whom may see a handful. */
const pointsOf = (columns: readonly Column[], course: Course, role: Role | null): (Point | null)[] =>
  columns.map((column) => {
    const { value, calls } = followed(column.numbers, course);
    const isSound = course === 'calls' ? maySeeNumber(role, calls) : calls >= MIN_CALLS_TO_COMPARE;
    return value === null || !isSound ? null : { column, value };
  });

/** `24.11` of a PostgreSQL date, which is midnight UTC. */
const dateWords = (day: Date): string => dayWords(day, 'utc');

const courseLines = (
  columns: readonly Column[],
  { course, grain }: { course: Course; grain: Grain },
  { t, person }: Pick<RenderTools<unknown>, 't' | 'person'>,
): Html[] => {
  const points = pointsOf(columns, course, person.role);
  const known = points.filter((point) => point !== null);
  const [first] = known;
  const last = points.at(-1);
  if (!first) return [t('dynamics-head', { course, grain, known: 'none', value: 0 })];
  const [low, high] = known.reduce<[Point, Point]>(
    ([least, most], point) => [
      point.value < least.value ? point : least,
      point.value > most.value ? point : most,
    ],
    [first, first],
  );
  const top = course === 'quality' ? PERCENT : high.value;
  const bars = sparkline(
    points.map((point) => point?.value ?? null),
    top,
  );
  return [
    t('dynamics-head', {
      course,
      grain,
      known: last ? 'now' : 'earlier',
      value: last ? shown(last.value) : 0,
    }),
    html`<code>${bars}</code>`,
    t('dynamics-range', {
      steady: String(shown(low.value) === shown(high.value)),
      low: shown(low.value),
      lowDay: dateWords(low.column.firstDay),
      high: shown(high.value),
      highDay: dateWords(high.column.firstDay),
    }),
  ];
};

/** «Динамика»: the course of the main numbers, a bar a day or a week. */
export const dynamics = defineScreen({
  ...dynamicsPlace,
  load: async ({ db, now, timezone }, { days, grain }) => {
    const period = periodEnding(now(), days, timezone);
    const grains = grainsOf(days);
    const chosen: Grain = grains.find((one) => one === grain) ?? grains[0] ?? 'day';
    const [found, versions] = await Promise.all([listDays(db, period), listShownVersions(db, period)]);
    return {
      period,
      grain: chosen,
      columns: columnsOf(found, period, chosen),
      isEmpty: found.length === 0,
      versions: versions.length,
    };
  },
  render: ({ period, grain, columns, isEmpty, versions }, tools) => {
    const { t, params, person } = tools;
    const hasGaps = COURSES.some((course) => pointsOf(columns, course, person.role).includes(null));
    return {
      text: lines(
        t('dynamics-title', periodArgs(period, tools)),
        ...(isEmpty
          ? [t('analytics-no-calls')]
          : [
              t('dynamics-columns', { grain, count: columns.length }),
              ...COURSES.flatMap((course) => ['' as const, courseLines(columns, { course, grain }, tools)]),
              '' as const,
              hasGaps ? t('dynamics-gaps', { grain, min: MIN_CALLS_TO_COMPARE }) : null,
              versions > 1 ? t('figures-versions-differ') : null,
            ]),
      ),
      rows: [
        grainsOf(params.days).length < 2
          ? []
          : grainsOf(params.days).map((choice) =>
              dynamicsPlace.link(
                t('dynamics-grain-button', { grain: choice, chosen: String(choice === grain) }),
                { ...params, grain: choice },
              ),
            ),
        periodRow(params.days, t, (label, days) => dynamicsPlace.link(label, { ...params, days })),
      ],
    };
  },
});
