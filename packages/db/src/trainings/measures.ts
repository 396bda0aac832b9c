import type { ScoredTrainingMetric, TrainingMetric } from '@perezvon/contracts';
import type { Db } from '../client.js';
import type { DayWindow } from '../figures/day-window.js';
import { Prisma } from '../generated/client.js';

/** What a metric was over some calls: of a score in points, of a flag or of kept promises the share of calls, 0–1. */
export interface Sample {
  /** Calls in which it is known. */
  calls: number;
  /** null: no calls. */
  mean: number | null;
  /** Of the sample, with n − 1; null: fewer than two calls. */
  variance: number | null;
}

/** The sample of one operator. */
export interface OperatorSample extends Sample {
  /** LM versions that judged the calls, in the order of their names; of promises none. */
  versions: readonly string[];
}

interface Asked {
  metric: TrainingMetric;
  operator: string;
}

const FLAGS: readonly ScoredTrainingMetric[] = ['complaint_risk_flag'];

/** The metric of one current score `s` as a number. */
const valueOf = (metric: ScoredTrainingMetric): Prisma.Sql =>
  Prisma.raw(FLAGS.includes(metric) ? `s.${metric}::int` : `s.${metric}`);

/** A promise whose time has come, as 1 or 0; what nobody can verify is left out. */
const KEPT = Prisma.sql`CASE s.state WHEN 'kept' THEN 1 WHEN 'broken' THEN 0 END`;

/**
 * What one operator's calls that began in a time were by a metric: a person's calls of some weeks, one by one.
 * @param without calls that are left out: they were chosen for how they went
 */
export const measureOperator = async (
  db: Db,
  {
    metric,
    operator,
    since,
    until,
    without,
  }: Asked & { since: Date; until: Date; without: readonly number[] },
): Promise<OperatorSample> => {
  const [value, from, versions] =
    metric === 'promise_kept'
      ? [KEPT, Prisma.sql`call_promises AS s WHERE true`, Prisma.sql`'{}'::text[]`]
      : [
          valueOf(metric),
          Prisma.sql`call_scores AS s WHERE s.is_current AND ${valueOf(metric)} IS NOT NULL`,
          Prisma.sql`coalesce(array_agg(DISTINCT s.lm_version_tag ORDER BY s.lm_version_tag), '{}')`,
        ];
  const [row] = await db.$queryRaw<OperatorSample[]>`
    SELECT count(${value})::int AS calls, avg(${value})::float8 AS mean, var_samp(${value})::float8 AS variance,
      ${versions} AS versions
    FROM ${from} AND s.operator = ${operator} AND s.call_date >= ${since} AND s.call_date < ${until}
      AND s.history_id <> ALL(${[...without]}::bigint[])`;
  return row ?? { calls: 0, mean: null, variance: null, versions: [] };
};

/** What a metric was over everybody's calls but one operator's. */
export interface OthersSample extends Pick<Sample, 'calls' | 'mean'> {
  /** How many other operators. */
  operators: number;
}

/** The others' promises: a few a day, one by one. */
const measureOthersPromises = async (
  db: Db,
  { operator, since, until }: Pick<Asked, 'operator'> & { since: Date; until: Date },
): Promise<OthersSample> => {
  const [row] = await db.$queryRaw<OthersSample[]>`
    SELECT count(${KEPT})::int AS calls, avg(${KEPT})::float8 AS mean,
      (count(DISTINCT s.operator) FILTER (WHERE ${KEPT} IS NOT NULL))::int AS operators
    FROM call_promises AS s
    WHERE s.operator IS NOT NULL AND s.operator <> ${operator}
      AND s.call_date >= ${since} AND s.call_date < ${until}`;
  return row ?? { calls: 0, mean: null, operators: 0 };
};

/** What the others' calls were in the same days: days × operators rows of the roll-ups, however many calls. */
export const measureOthers = async (
  db: Db,
  { metric, operator, ...window }: Asked & DayWindow & { since: Date; until: Date },
): Promise<OthersSample> => {
  if (metric === 'promise_kept') return measureOthersPromises(db, { operator, ...window });
  const { firstDay, lastDay } = window;
  const [row] = await db.$queryRaw<OthersSample[]>`
    SELECT coalesce(sum(calls), 0)::int AS calls, (sum(total)::float8 / nullif(sum(calls), 0)) AS mean,
      (count(DISTINCT operator) FILTER (WHERE calls > 0))::int AS operators
    FROM metric_rollups
    WHERE metric = ${metric} AND day >= ${firstDay}::date AND day <= ${lastDay}::date
      AND operator NOT IN ('', ${operator})`;
  return row ?? { calls: 0, mean: null, operators: 0 };
};
