import type { CalcProfile } from '@perezvon/contracts';
import { DateTime } from 'luxon';

const NIGHT_FROM_H = 22;
const NIGHT_TO_H = 6;
const SATURDAY = 6;

/**
 * The conditions under which the call was taken, by the clinic's own clock.
 * A weekend night counts as night: who is on duty decides more than the day.
 */
export const calcProfile = (callDate: string, timezone: string): CalcProfile => {
  const local = DateTime.fromISO(callDate, { zone: timezone });
  if (local.hour >= NIGHT_FROM_H || local.hour < NIGHT_TO_H) return 'night';
  return local.weekday >= SATURDAY ? 'weekend' : 'default';
};
