import { atMinute, clinicDay } from '../domain/clinic-day.js';
import type { QuietHours } from './settings.js';

/**
 * When the quiet hours end that `at` lies in.
 * @returns null: it may ring
 */
export const quietUntil = (at: Date, quietHours: QuietHours | null, timezone: string): Date | null => {
  if (quietHours === null) return null;
  const { from, to } = quietHours;
  const today = clinicDay(at, timezone);
  // They began today, or yesterday and went over midnight.
  for (const day of [today, today.minus({ days: 1 })]) {
    const begin = atMinute(day, from);
    const end = atMinute(to > from ? day : day.plus({ days: 1 }), to);
    // Clocks put forward over both may make the next ones begin before these end.
    if (begin <= at && at < end) return quietUntil(end, quietHours, timezone) ?? end;
  }
  return null;
};
