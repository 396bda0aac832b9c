import { DateTime } from 'luxon';

/** `24.11 14:05` on the clinic's clock. */
export const momentWords = (at: Date, timezone: string): string =>
  DateTime.fromJSDate(at, { zone: timezone }).toFormat('dd.MM HH:mm');

/** `24.11` on the clinic's clock. */
export const dayWords = (at: Date, timezone: string): string =>
  DateTime.fromJSDate(at, { zone: timezone }).toFormat('dd.MM');
