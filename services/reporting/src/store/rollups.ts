import type { Db, Tx } from '@perezvon/db';
import { lossRollups, sourceRollups } from './call-tables.js';
import { dailyRollups } from './daily-table.js';
import { metricHistograms, metricRollups } from './metric-tables.js';
import { markStaleDay, recomputeTable, type RollupTable } from './rollup-table.js';
import type { ClinicDay } from './shown-scores.js';

/** Everything that is counted of a clinic day. */
const TABLES: readonly RollupTable[] = [
  dailyRollups,
  metricRollups,
  metricHistograms,
  lossRollups,
  sourceRollups,
];

/** Recomputes all that is counted of a clinic day, which must be taken (`takeDirtyDays`). */
export const recomputeDay = async (tx: Tx, day: ClinicDay): Promise<void> => {
  for (const table of TABLES) await recomputeTable(tx, table, day);
};

/** Marks a clinic day of which something stored is not the plain count. @returns 1 when it was not marked already, else 0 */
export const markDayIfStale = async (tx: Tx, day: ClinicDay): Promise<number> => {
  let marked = 0;
  for (const table of TABLES) marked += await markStaleDay(tx, table, day);
  return marked;
};

/**
 * The first clinic day after `after` (null: of all) that has a score or a roll-up; null: there is none. Steps through
 * indexes: years without calls cost nothing.
 * @returns a day as `2026-11-24`
 */
export const findNextDay = async (
  db: Db,
  { after, timeZone }: { after: string | null; timeZone: string },
): Promise<string | null> => {
  const last = after ?? '-infinity';
  const [row] = await db.$queryRaw<{ day: string | null }[]>`
    SELECT least(
      (min(call_date) AT TIME ZONE ${timeZone})::date,
      (SELECT min(day) FROM daily_rollups WHERE day > ${last}::date)
    )::text AS day
    FROM call_scores WHERE call_date >= (${last}::date + 1)::timestamp AT TIME ZONE ${timeZone}`;
  return row?.day ?? null;
};
