import { METRICS } from '@perezvon/contracts';
import { Prisma } from '@perezvon/db';
import {
  PROBABILITY_STEPS,
  PROBABILITY_TOTAL,
  redLineOf,
  ROLLED_UP_METRICS,
  type RolledUpMetric,
} from '@perezvon/db/figures';
import type { RollupTable } from './rollup-table.js';
import { shownOn } from './shown-scores.js';

/** A metric's column as the whole number that sums are made of. */
const totalOf = (metric: RolledUpMetric): string => {
  const { kind } = METRICS[metric];
  if (kind === 'flag') return `shown.${metric}::int`;
  return kind === 'probability' ? `round(shown.${metric} * ${PROBABILITY_TOTAL})::int` : `shown.${metric}`;
};

const isRed = (metric: RolledUpMetric): string => {
  const line = redLineOf(metric);
  if (line === null) return 'false';
  if ('whenRaised' in line) return `shown.${metric}`;
  return 'from' in line ? `shown.${metric} >= ${line.from}` : `shown.${metric} < ${line.under}`;
};

/** Counts every metric in one pass over the scores; the names of columns are those of the catalogue. */
const COUNTED = ROLLED_UP_METRICS.map(
  (metric) => `count(shown.${metric})::int AS ${metric}_calls,
    coalesce(sum(${totalOf(metric)}), 0)::int AS ${metric}_total,
    count(*) FILTER (WHERE ${isRed(metric)})::int AS ${metric}_red`,
).join(', ');
const UNFOLDED = ROLLED_UP_METRICS.map(
  (metric) => `('${metric}', ${metric}_calls, ${metric}_total, ${metric}_red)`,
).join(', ');

/** `metric_rollups`: how much of each metric there was, by operator. */
export const metricRollups: RollupTable = {
  name: 'metric_rollups',
  key: ['metric', 'operator'],
  counts: ['calls', 'total', 'red'],
  count: (day) => Prisma.sql`
    SELECT one.metric, counted.operator, one.calls, one.total, one.red
    FROM (
      SELECT coalesce(shown.operator, '') AS operator, ${Prisma.raw(COUNTED)}
      FROM call_scores AS shown WHERE ${shownOn(day)}
      GROUP BY coalesce(shown.operator, '')
    ) AS counted
    CROSS JOIN LATERAL (VALUES ${Prisma.raw(UNFOLDED)}) AS one (metric, calls, total, red)
    WHERE one.calls > 0`,
};

/** Metrics whose values are told apart; a flag has but two and is told by its sum. */
const SPREAD = ROLLED_UP_METRICS.filter((metric) => METRICS[metric].kind !== 'flag');

/** A metric's column as the value that it is counted under. */
const valueOf = (metric: RolledUpMetric): string =>
  METRICS[metric].kind === 'probability'
    ? `round(shown.${metric} * ${PROBABILITY_STEPS})::smallint`
    : `shown.${metric}`;

const VALUES = SPREAD.map((metric) => `${valueOf(metric)} AS ${metric}`).join(', ');
/** One metric after the other over the same few columns: half the time of unfolding every score into its metrics. */
const COUNTED_VALUES = SPREAD.map(
  (metric) => `SELECT '${metric}', ${metric}, count(*)::int FROM day_values
    WHERE ${metric} IS NOT NULL GROUP BY ${metric}`,
).join(' UNION ALL ');

/** `metric_histograms`: how the values of each metric were spread, over everybody. */
export const metricHistograms: RollupTable = {
  name: 'metric_histograms',
  key: ['metric', 'value'],
  counts: ['calls'],
  count: (day) => Prisma.sql`
    WITH day_values AS MATERIALIZED (
      SELECT ${Prisma.raw(VALUES)} FROM call_scores AS shown WHERE ${shownOn(day)}
    )
    ${Prisma.raw(COUNTED_VALUES)}`,
};
