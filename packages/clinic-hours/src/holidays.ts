/** Non-working days by article 112 of the Labour Code of Russia. */
type Holiday = 'new_year' | 'christmas' | 'defenders' | 'women' | 'labour' | 'victory' | 'russia' | 'unity';

/**
 * Month and day of each. They are the same every year; the days off that the government moves from one week to
 * another are left out: a clinic does not go by them, and may enter them as special days.
 */
const HOLIDAY_ON: Readonly<Partial<Record<string, Holiday>>> = {
  '01-01': 'new_year',
  '01-02': 'new_year',
  '01-03': 'new_year',
  '01-04': 'new_year',
  '01-05': 'new_year',
  '01-06': 'new_year',
  '01-07': 'christmas',
  '01-08': 'new_year',
  '02-23': 'defenders',
  '03-08': 'women',
  '05-01': 'labour',
  '05-09': 'victory',
  '06-12': 'russia',
  '11-04': 'unity',
};

const MONTH_AT = '2026-'.length;

/** The public holiday on a date (`2026-11-04`); null: none. */
export const holidayOn = (date: string): Holiday | null => HOLIDAY_ON[date.slice(MONTH_AT)] ?? null;
