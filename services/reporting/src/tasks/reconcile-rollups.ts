import { withTransaction } from '@perezvon/db';
import type { MessagingDeps } from '@perezvon/messaging';
import { findDayRange, markStaleDays } from '../store/rollups.js';

const MS_PER_DAY = 86_400_000;
const DAYS_AT_ONCE = 31;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);

const daysFrom = (first: string, last: string): string[] =>
  Array.from({ length: DAYS_AT_ONCE }, (_, index) => dayAfter(first, index)).filter((day) => day <= last);

/**
 * Finds every day whose roll-up is not the plain count, whatever made it so (erased calls, another time zone,
 * a repair by hand), and marks it.
 * @returns how many days were marked
 */
export const reconcileRollups = async (
  { db, log }: Pick<MessagingDeps, 'db' | 'log'>,
  timeZone: string,
): Promise<number> => {
  const range = await findDayRange(db, timeZone);
  if (range === null) return 0;
  let stale = 0;
  for (let first = range.first; first <= range.last; first = dayAfter(first, DAYS_AT_ONCE)) {
    const days = daysFrom(first, range.last);
    stale += await withTransaction(db, (tx) => markStaleDays(tx, days, timeZone));
  }
  if (stale > 0) log.warn({ days: stale }, 'roll-ups disagreed with the scores and are recomputed');
  return stale;
};
