import { withTransaction, type DbClient } from '@perezvon/db';
import { takeDirtyDays } from '../store/dirty-days.js';
import { recomputeDay } from '../store/rollups.js';

/** Days of one transaction: four of the largest clinic known (18,000 calls a day) are counted in a few seconds. */
const DAYS_AT_ONCE = 4;

/**
 * Recomputes every dirty day. Safe side by side: a day belongs to whoever took its mark, and a day that is marked
 * while it is being counted is counted again.
 * @returns how many days
 */
export const recomputeDirtyDays = async (db: DbClient, timeZone: string): Promise<number> => {
  let total = 0;
  for (;;) {
    const taken = await withTransaction(db, async (tx) => {
      const days = await takeDirtyDays(tx, DAYS_AT_ONCE);
      for (const day of days) await recomputeDay(tx, { day, timeZone });
      return days.length;
    });
    total += taken;
    if (taken < DAYS_AT_ONCE) return total;
  }
};
