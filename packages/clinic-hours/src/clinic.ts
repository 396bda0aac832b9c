import { DAY_MINUTES, type ClinicHours, type OpenSpan } from '@perezvon/contracts';
import { DateTime } from 'luxon';
import { holidayOn } from './holidays.js';

/** A clinic on the time line: its hours are read on the clock of its time zone (IANA, `Europe/Moscow`). */
export interface Clinic {
  hours: ClinicHours;
  timezone: string;
}

/** One day's opening; `closesAt` is no longer a part of it. */
export interface Opening {
  opensAt: Date;
  closesAt: Date;
}

const HOUR_MINUTES = 60;

/** The clinic's day that `at` lies in, as its first moment. */
export const dayOf = (at: Date, { timezone }: Clinic): DateTime =>
  DateTime.fromJSDate(at, { zone: timezone }).startOf('day');

/** A minute of a day; 1,440 is the next midnight. Where the clocks are put forward over it, it is as much later. */
export const minuteOf = (day: DateTime, minute: number): Date =>
  minute === DAY_MINUTES
    ? day.plus({ days: 1 }).startOf('day').toJSDate()
    : day.set({ hour: Math.floor(minute / HOUR_MINUTES), minute: minute % HOUR_MINUTES }).toJSDate();

/** The hours of a day; null: closed. A special day beats a holiday, a holiday the weekday. */
const spanOn = ({ week, worksOnHolidays, special }: ClinicHours, day: DateTime): OpenSpan | null => {
  const date = day.toISODate() ?? '';
  const named = special[date];
  if (named !== undefined) return named;
  if (!worksOnHolidays && holidayOn(date) !== null) return null;
  return week[day.weekday - 1] ?? null;
};

/** The opening of one day of the clinic; null: closed. */
const openingOn = (day: DateTime, { hours }: Clinic): Opening | null => {
  const span = spanOn(hours, day);
  return span && { opensAt: minuteOf(day, span.from), closesAt: minuteOf(day, span.to) };
};

/** More days in a row are never closed: 60 special ones and the longest holidays leave some weekday's opening among them. */
const MOST_DAYS_CLOSED = 600;

/** The openings that are not over at `from`, the earliest first, without end. */
export function* openingsFrom(from: Date, clinic: Clinic): Generator<Opening> {
  let closedFor = 0;
  for (let day = dayOf(from, clinic); closedFor < MOST_DAYS_CLOSED; day = day.plus({ days: 1 })) {
    const opening = openingOn(day, clinic);
    closedFor = opening === null ? closedFor + 1 : 0;
    if (opening !== null && opening.closesAt > from) yield opening;
  }
  throw new Error('These clinic hours never open: set at least one day of the week');
}
