import type { CalcProfile } from '@perezvon/contracts';
import { zoneOf } from '../time/zone.js';

const NIGHT_FROM_H = 22;
const NIGHT_TO_H = 6;
const MINUTE_MS = 60_000;
const SATURDAY = 6;
const SUNDAY = 0;

/**
 * The conditions under which the call was taken, by the clinic's own clock.
 * A weekend night counts as night: who is on duty decides more than the day.
 * @throws RangeError when the time zone is unknown
 */
export const calcProfile = (callDate: string, timezone: string): CalcProfile => {
  const at = Date.parse(callDate);
  // The clinic's wall clock, written as if it were UTC.
  const wall = new Date(at + zoneOf(timezone).offset(at) * MINUTE_MS);
  const hour = wall.getUTCHours();
  if (hour >= NIGHT_FROM_H || hour < NIGHT_TO_H) return 'night';
  const weekday = wall.getUTCDay();
  return weekday === SATURDAY || weekday === SUNDAY ? 'weekend' : 'default';
};
