import type { CalcProfile } from '@perezvon/contracts';

const NIGHT_FROM_H = 22;
const NIGHT_TO_H = 6;
const WEEKEND: ReadonlySet<string> = new Set(['Sat', 'Sun']);

/** Making a formatter costs a hundred times what using one does; a process knows few time zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (timezone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timezone);
  if (known !== undefined) return known;
  const created = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timezone, created);
  return created;
};

/**
 * The conditions under which the call was taken, by the clinic's own clock.
 * A weekend night counts as night: who is on duty decides more than the day.
 * @throws RangeError when the time zone is unknown
 */
export const calcProfile = (callDate: string, timezone: string): CalcProfile => {
  const [weekday = '', hourText = ''] = clockOf(timezone).format(new Date(callDate)).split(', ');
  const hour = Number(hourText);
  if (hour >= NIGHT_FROM_H || hour < NIGHT_TO_H) return 'night';
  return WEEKEND.has(weekday) ? 'weekend' : 'default';
};
