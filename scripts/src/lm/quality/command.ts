import { LmVersionTag } from '@perezvon/contracts';
import { listFeedbackVotes } from '@perezvon/db';
import { EXIT, readOptions, UsageError, writeLine, type LmCommand } from '@perezvon/lm/cli';
import {
  decideCalls,
  feedbackQuality,
  type FeedbackQuality,
  type MetricQuality,
  type Precision,
  type RuleQuality,
} from '@perezvon/lm/feedback';
import { withStore } from '../store.js';

const OPTIONS = {
  tag: { type: 'string' },
  since: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const DEFAULT_DAYS = 180;
const DAYS = /^[1-9]\d{0,3}$/;
const MS_PER_DAY = 86_400_000;
const NAME_WIDTH = 36;
const DIGITS = 2;

const precisionText = ({ precision, interval, n }: Precision): string =>
  precision === null || interval === null
    ? 'not judged'
    : `${precision.toFixed(DIGITS)} (${interval.low.toFixed(DIGITS)}–${interval.high.toFixed(DIGITS)})  n ${n}`;

const metricLine = (quality: MetricQuality): string =>
  `${quality.metric.padEnd(NAME_WIDTH)}${precisionText(quality)}  missed ${quality.missed}  disputed ${quality.disputed}`;

const ruleLine = (quality: RuleQuality): string =>
  `${quality.isSuspect ? '⚠️ ' : '   '}${quality.rule.padEnd(NAME_WIDTH)}${precisionText(quality)}  ${quality.metric}`;

const linesOf = ({ metrics, rules }: FeedbackQuality): string[] => [
  'Precision (95 %):',
  ...metrics.map(metricLine),
  '',
  rules.length === 0 ? 'No rule has been judged yet.' : 'Rules, the suspect ones first:',
  ...rules.map(ruleLine),
];

const readTag = (given: string | undefined): string | null => {
  if (given === undefined) return null;
  const tag = LmVersionTag.safeParse(given);
  if (!tag.success) throw new UsageError(`"${given}" is no version tag such as v1.0.1+601403ab`);
  return tag.data;
};

const readSince = (given: string | undefined, now: Date): Date => {
  if (given !== undefined && !DAYS.test(given)) throw new UsageError('--since takes a number of days over 0');
  return new Date(now.getTime() - Number(given ?? DEFAULT_DAYS) * MS_PER_DAY);
};

/** `npm run lm -- quality`: how good metrics and rules are by what people said in the bot. */
export const qualityCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({ args: [...argv], options: OPTIONS });
  const asked = { lmVersionTag: readTag(values.tag), since: readSince(values.since, new Date()) };
  return withStore(
    io,
    async (db) => {
      const quality = feedbackQuality(decideCalls(await listFeedbackVotes(db, asked)));
      const lines = values.json ? [JSON.stringify(quality, null, 2)] : linesOf(quality);
      for (const line of lines) await writeLine(io.stdout, line);
      return EXIT.ok;
    },
    { isReadOnly: true },
  );
};
