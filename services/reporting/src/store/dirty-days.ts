import type { Tx } from '@perezvon/db';

/**
 * Marks the clinic days of these moments: their roll-ups no longer agree with the scores. A day that is marked already
 * stays so; one that is being recomputed right now is marked again as soon as that has ended.
 */
export const markDirtyDays = async (tx: Tx, moments: readonly string[], timeZone: string): Promise<void> => {
  // In one order, so that two batches never wait for each other crosswise.
  await tx.$executeRaw`
    INSERT INTO dirty_rollup_days (day)
    SELECT DISTINCT (moment AT TIME ZONE ${timeZone})::date AS day
    FROM unnest(${[...moments]}::timestamptz[]) AS moment ORDER BY day
    ON CONFLICT DO NOTHING`;
};

/**
 * Takes dirty days for this process, the longest marked first; those of another process are left to it.
 * What is counted in a later statement of the transaction includes every score whose mark was taken here.
 * @returns days as `2026-11-24`
 */
export const takeDirtyDays = async (tx: Tx, limit: number): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ day: string }[]>`
    WITH taken AS (
      SELECT day FROM dirty_rollup_days ORDER BY marked_at, day LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    DELETE FROM dirty_rollup_days d USING taken WHERE d.day = taken.day RETURNING d.day::text AS day`;
  return rows.map(({ day }) => day);
};
