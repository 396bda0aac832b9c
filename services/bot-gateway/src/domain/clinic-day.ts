import type { MinuteOfDay } from '@perezvon/contracts';
import { DateTime } from 'luxon';

const HOUR_MINUTES = 60;

/** The clinic's day that `at` falls into, as its first moment. */
export const clinicDay = (at: Date, timezone: string): DateTime =>
  DateTime.fromJSDate(at, { zone: timezone }).startOf('day');

/**
 * A time of day on a day of the clinic. Where the clocks are put forward over it, it is as much later; where they are
 * put back and it comes twice, it is the first.
 */
export const atMinute = (day: DateTime, minute: MinuteOfDay): Date =>
  day.set({ hour: Math.floor(minute / HOUR_MINUTES), minute: minute % HOUR_MINUTES }).toJSDate();

const DATE = 'yyyy-MM-dd';

/** A day of the clinic by its date, `2026-11-24`. */
export const dateOf = (day: DateTime): string => day.toFormat(DATE);

/** The day with this date on the clinic's calendar. */
export const dayOfDate = (date: string, timezone: string): DateTime =>
  DateTime.fromFormat(date, DATE, { zone: timezone }).startOf('day');
