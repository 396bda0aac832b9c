import { DateTime } from 'luxon';

/** `24.11 14:05` on the clinic's clock. */
export const momentWords = (at: Date, timezone: string): string =>
  DateTime.fromJSDate(at, { zone: timezone }).toFormat('dd.MM HH:mm');

/** `24.11` on the clinic's clock. */
export const dayWords = (at: Date, timezone: string): string =>
  DateTime.fromJSDate(at, { zone: timezone }).toFormat('dd.MM');

/** `14:05`: a clock time of the clinic. */
export const timeWords = (at: Date, timezone: string): string =>
  DateTime.fromJSDate(at, { zone: timezone }).toFormat('HH:mm');

/** The clinic's day that `at` falls into, as the UTC moments of its start and of the next day's. */
export const clinicDay = (at: Date, timezone: string): { start: Date; end: Date } => {
  const start = DateTime.fromJSDate(at, { zone: timezone }).startOf('day');
  return { start: start.toJSDate(), end: start.plus({ days: 1 }).toJSDate() };
};
