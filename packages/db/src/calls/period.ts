import type { PeriodDays } from '@perezvon/contracts';
import { DateTime } from 'luxon';

/** Whole clinic days; the last one is today and still goes on. */
export interface Period<Days extends number = PeriodDays> {
  days: Days;
  /** Start of the first day, UTC. */
  since: Date;
  /** End of the last day, UTC, exclusive. */
  until: Date;
  /** First and last calendar day as PostgreSQL dates (midnight UTC of that date). */
  firstDay: Date;
  lastDay: Date;
}

const asDate = (day: DateTime): Date => DateTime.utc(day.year, day.month, day.day).toJSDate();

const periodOf = <Days extends number>(firstDay: DateTime, days: Days): Period<Days> => {
  const lastDay = firstDay.plus({ days: days - 1 });
  return {
    days,
    since: firstDay.startOf('day').toJSDate(),
    until: lastDay.plus({ days: 1 }).startOf('day').toJSDate(),
    firstDay: asDate(firstDay),
    lastDay: asDate(lastDay),
  };
};

/** The clinic's today and the `days − 1` days before it: what "N days" means on every screen. */
export const periodEnding = <Days extends number>(now: Date, days: Days, timezone: string): Period<Days> =>
  periodOf(
    DateTime.fromJSDate(now, { zone: timezone })
      .startOf('day')
      .minus({ days: days - 1 }),
    days,
  );

/** The window of the same length right before: what a change is measured against. */
export const periodBefore = <Days extends number>(
  { since, days }: Period<Days>,
  timezone: string,
): Period<Days> => periodOf(DateTime.fromJSDate(since, { zone: timezone }).minus({ days }), days);
