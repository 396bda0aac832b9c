import type { Db } from '@perezvon/db';
import { findPeriodNumbers, listVersionDays, type DayWindow } from '@perezvon/db/figures';
import type { ComparedNumbers } from '../../domain/period-lines.js';

/** A window's numbers beside those of the window that it is measured against. */
export const findComparedNumbers = async (
  db: Db,
  window: DayWindow,
  windowBefore: DayWindow,
): Promise<ComparedNumbers> => {
  const [numbers, before, days, daysBefore] = await Promise.all([
    findPeriodNumbers(db, window),
    findPeriodNumbers(db, windowBefore),
    listVersionDays(db, window),
    listVersionDays(db, windowBefore),
  ]);
  return { numbers, before, days: { now: days, before: daysBefore } };
};
