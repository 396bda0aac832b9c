import {
  TRAINING_PATTERN_NAMES,
  TRAINING_PATTERNS,
  TrainingMetric,
  type TrainingPattern,
} from '@perezvon/contracts';
import type { Db } from '../client.js';
import { inWindow, type DayWindow } from '../figures/day-window.js';
import { Prisma } from '../generated/client.js';
import type { Period } from '../calls/period.js';

type Days = Pick<Period<number>, 'since' | 'until'>;

/** Whether any of the rules raised something; each as the index has it. */
const saidAnyOf = (rules: readonly string[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    rules.map((rule) => Prisma.raw(`s.evidence @> '[{"rule": "${rule}"}]'`)),
    ' OR ',
  )})`;

/**
 * Which calls show a pattern: current scores, or broken promises, as `s`. Literal, so that PostgreSQL sees that the
 * pattern's partial index serves it.
 */
const callsWith = (pattern: TrainingPattern): Prisma.Sql => {
  const { condition } = TRAINING_PATTERNS[pattern];
  if (condition.kind === 'promise') return Prisma.sql`call_promises AS s WHERE s.state = 'broken'`;
  const scores = Prisma.sql`call_scores AS s WHERE s.is_current`;
  if (condition.kind === 'said') return Prisma.sql`${scores} AND ${saidAnyOf(condition.rules)}`;
  const sign = condition.kind === 'from' ? '>=' : '<';
  return Prisma.sql`${scores} AND ${Prisma.raw(`s.${condition.metric} ${sign} ${condition.value}`)}`;
};

/** Calls of one operator that show one pattern. */
export interface PatternCount {
  pattern: TrainingPattern;
  /** The operator's code in the calls. */
  operator: string;
  calls: number;
}

/** The statement of `listPatternCounts`: a test looks at how PostgreSQL would answer it. */
export const patternCountsQuery = ({ since, until }: Days): Prisma.Sql =>
  Prisma.join(
    TRAINING_PATTERN_NAMES.map(
      (pattern) => Prisma.sql`
        SELECT ${Prisma.raw(`'${pattern}'`)} AS pattern, s.operator, count(*)::int AS calls
        FROM ${callsWith(pattern)}
          AND s.operator IS NOT NULL AND s.call_date >= ${since} AND s.call_date < ${until}
        GROUP BY s.operator`,
    ),
    ' UNION ALL ',
  );

/** How often each operator showed each pattern; the cost follows the number of such calls, not of all. */
export const listPatternCounts = (db: Db, days: Days): Promise<PatternCount[]> =>
  db.$queryRaw<PatternCount[]>`${patternCountsQuery(days)}`;

/** Calls in which one operator could have shown a pattern: those in which the pattern's metric is known. */
export interface PatternBase {
  metric: TrainingMetric;
  operator: string;
  calls: number;
}

/** What the counts are parts of: days × operators rows of the roll-ups, and the promises of the time. */
export const listPatternBases = async (db: Db, period: Days & DayWindow): Promise<PatternBase[]> => {
  const metrics = TRAINING_PATTERN_NAMES.map((pattern) => TRAINING_PATTERNS[pattern].metric);
  const [rollups, promises] = await Promise.all([
    db.metricRollup.groupBy({
      by: ['metric', 'operator'],
      where: { ...inWindow(period), metric: { in: metrics }, operator: { not: '' } },
      _sum: { calls: true },
    }),
    db.callPromise.groupBy({
      by: ['operator'],
      where: {
        callDate: { gte: period.since, lt: period.until },
        operator: { not: null },
        state: { in: ['kept', 'broken'] },
      },
      _count: { _all: true },
    }),
  ]);
  return [
    ...rollups.flatMap(({ metric, operator, _sum }) => {
      const known = TrainingMetric.safeParse(metric);
      return known.success ? [{ metric: known.data, operator, calls: _sum.calls ?? 0 }] : [];
    }),
    ...promises.flatMap(({ operator, _count }) =>
      operator === null ? [] : [{ metric: 'promise_kept' as const, operator, calls: _count._all }],
    ),
  ];
};

/** A call that shows a pattern. */
interface PatternCall {
  historyId: number;
  callDate: Date;
}

interface PatternOf extends Days {
  operator: string;
  pattern: TrainingPattern;
}

/** An operator's calls that show a pattern, the latest first. */
export const listPatternCalls = async (
  db: Db,
  { operator, pattern, since, until, limit }: PatternOf & { limit: number },
): Promise<PatternCall[]> => {
  const rows = await db.$queryRaw<{ historyId: bigint; callDate: Date }[]>`
    SELECT s.history_id AS "historyId", s.call_date AS "callDate"
    FROM ${callsWith(pattern)} AND s.operator = ${operator} AND s.call_date >= ${since} AND s.call_date < ${until}
    ORDER BY s.call_date DESC, s.history_id DESC LIMIT ${limit}`;
  return rows.map(({ historyId, callDate }) => ({ historyId: Number(historyId), callDate }));
};
