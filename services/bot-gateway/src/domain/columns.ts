import { sumNumbers, type DayNumbers, type PeriodNumbers, isoDay } from '@perezvon/db/figures';
import { DAY_MS } from './durations.js';
import { HALF_YEAR_DAYS, type FigureDays } from './figure-period.js';

/** What one column of a course of time stands for. */
export const GRAINS = ['day', 'week'] as const;
export type Grain = (typeof GRAINS)[number];

const DAYS_OF: Readonly<Record<Grain, number>> = { day: 1, week: 7 };

/** The grains that a period can be seen in: a week is one column of itself, half a year of days is wider than a phone. */
export const grainsOf = (days: FigureDays): readonly Grain[] => {
  if (days === DAYS_OF.week) return ['day'];
  return days === HALF_YEAR_DAYS ? ['week'] : GRAINS;
};

/** A day, or seven of them, of everybody. */
export interface Column {
  /** The first day, as a PostgreSQL date. */
  firstDay: Date;
  numbers: PeriodNumbers;
}

/**
 * A window's days as columns, the earliest first. The last one ends with the window; days at its beginning that do not
 * fill a week are left out: a shorter column would look like a fall.
 */
export const columnsOf = (
  days: readonly DayNumbers[],
  { lastDay, days: length }: { lastDay: Date; days: number },
  grain: Grain,
): Column[] => {
  const byDay = new Map(days.map(({ day, numbers }) => [day, numbers]));
  const width = DAYS_OF[grain];
  const count = Math.floor(length / width);
  return Array.from({ length: count }, (_, index) => {
    const firstDay = new Date(lastDay.getTime() - ((count - index) * width - 1) * DAY_MS);
    const numbers = Array.from({ length: width }, (_unused, offset) =>
      byDay.get(isoDay(new Date(firstDay.getTime() + offset * DAY_MS))),
    );
    return { firstDay, numbers: sumNumbers(numbers.filter((one) => one !== undefined)) };
  });
};
