import type { RunPeriod } from '@perezvon/lm-scoring';
import { UsageError } from '@perezvon/lm/cli';
import { DateTime } from 'luxon';

const LAST_DAYS = /^(\d{1,4})d$/;
const FROM_TO = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

const startOf = (day: string, timezone: string): DateTime => {
  const start = DateTime.fromISO(day, { zone: timezone }).startOf('day');
  if (!start.isValid) throw new UsageError(`there is no day ${day}`);
  return start;
};

/**
 * The calls that `--period` names.
 * @param text `30d`: the last so many days; `2026-10-01..2026-10-31`: clinic days, both included; undefined: all
 * @throws UsageError for anything else
 */
export const readPeriod = (
  text: string | undefined,
  { now, timezone }: { now: Date; timezone: string },
): RunPeriod => {
  if (text === undefined) return { since: null, until: null };
  const days = LAST_DAYS.exec(text)?.[1];
  if (days !== undefined)
    return {
      since: DateTime.fromJSDate(now)
        .minus({ hours: 24 * Number(days) })
        .toJSDate(),
      until: null,
    };
  const [, from, to] = FROM_TO.exec(text) ?? [];
  if (from === undefined || to === undefined)
    throw new UsageError(`--period takes 30d or 2026-10-01..2026-10-31, not "${text}"`);
  const since = startOf(from, timezone);
  const until = startOf(to, timezone).plus({ days: 1 });
  if (until <= since) throw new UsageError(`--period ends before it begins: ${text}`);
  return { since: since.toJSDate(), until: until.toJSDate() };
};
