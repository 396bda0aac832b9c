import { DateTime } from 'luxon';

/** How a moment may be written; the first that fits wins. luxon reads `T` and a space alike after the replacement. */
const LOCAL_FORMATS = ['d.M.yyyy H:m:s', 'd.M.yyyy H:m', "yyyy-MM-dd'T'H:m:s", "yyyy-MM-dd'T'H:m"] as const;
const HAS_OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/iu;
const DATE_AND_TIME = /^(\d{4}-\d{2}-\d{2})[ T](?=\d)/u;
/** What a telephone exchange may still have in its books; anything before is a slip of the clock. */
const EARLIEST_YEAR = 1970;
const LATEST_YEAR = 9999;
const FRACTION = /\.\d{1,9}$/u;

const readMoment = (written: string, zone: string | null): DateTime | null => {
  const text = written.trim().replace(DATE_AND_TIME, '$1T');
  if (HAS_OFFSET.test(text)) return DateTime.fromISO(text, { zone: 'utc' });
  if (zone === null) return null;
  for (const format of LOCAL_FORMATS) {
    const moment = DateTime.fromFormat(text.replace(FRACTION, ''), format, { zone });
    if (moment.isValid) return moment;
  }
  return null;
};

/**
 * Reads the start of a call: ISO 8601 with an offset, or without one as a time of the clinic
 * (`2026-11-24 14:05:00`, `24.11.2026 14:05`).
 * @param zone the clinic's time zone; null: a time without an offset is refused
 * @returns the moment in UTC (`…Z`, whole milliseconds); null when it cannot be read
 */
export const parseCallDate = (written: string, zone: string | null): string | null => {
  const moment = readMoment(written, zone)?.toUTC();
  if (!moment?.isValid || moment.year < EARLIEST_YEAR || moment.year > LATEST_YEAR) return null;
  return moment.toISO();
};
