import { withTransaction } from '@perezvon/db';
import type { MessagingDeps } from '@perezvon/messaging';
import { findNextDay, markDayIfStale } from '../store/rollups.js';

/**
 * Finds every day whose roll-up is not the plain count, whatever made it so (erased calls, another time zone,
 * a repair by hand), and marks it.
 * @returns how many days were marked
 */
export const reconcileRollups = async (
  { db, log }: Pick<MessagingDeps, 'db' | 'log'>,
  timeZone: string,
): Promise<number> => {
  const next = (after: string | null) => findNextDay(db, { after, timeZone });
  let stale = 0;
  for (let day = await next(null); day !== null; day = await next(day)) {
    const clinicDay = { day, timeZone };
    stale += await withTransaction(db, (tx) => markDayIfStale(tx, clinicDay));
  }
  if (stale > 0) log.warn({ days: stale }, 'roll-ups disagreed with the scores and are recomputed');
  return stale;
};
