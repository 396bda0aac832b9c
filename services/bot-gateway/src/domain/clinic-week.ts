import {
  MAX_SPECIAL_DAYS,
  type ClinicHours,
  type ClinicHoursChange,
  type HoursDays,
  type OpenSpan,
} from '@perezvon/contracts';

/** Monday is 0: a place in the week of the setting. */
const DAYS_OF: Readonly<Record<HoursDays, readonly number[]>> = {
  workdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  monday: [0],
  tuesday: [1],
  wednesday: [2],
  thursday: [3],
  friday: [4],
  saturday: [5],
  sunday: [6],
};

const isSameSpan = (a: OpenSpan | null, b: OpenSpan | null): boolean =>
  a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to);

/** The hours that these days share; undefined: they have different ones. null: closed on all of them. */
export const sharedSpan = ({ week }: ClinicHours, days: HoursDays): OpenSpan | null | undefined => {
  const [first = null, ...others] = DAYS_OF[days].map((day) => week[day] ?? null);
  return others.every((other) => isSameSpan(first, other)) ? first : undefined;
};

type HoursRefusal =
  | 'settings.never_open'
  | 'settings.already_so'
  | 'settings.too_many_days'
  | 'settings.day_is_over';

const without = (
  special: ClinicHours['special'],
  isGone: (date: string) => boolean,
): ClinicHours['special'] => Object.fromEntries(Object.entries(special).filter(([date]) => !isGone(date)));

const setDays = (hours: ClinicHours, days: HoursDays, span: OpenSpan | null): ClinicHours | HoursRefusal => {
  const shared = sharedSpan(hours, days);
  if (shared !== undefined && isSameSpan(shared, span)) return 'settings.already_so';
  const week = hours.week.map((before, day) => (DAYS_OF[days].includes(day) ? span : before));
  return week.every((day) => day === null) ? 'settings.never_open' : { ...hours, week };
};

const setSpecial = (
  hours: ClinicHours,
  { date, span }: { date: string; span: OpenSpan | null },
  today: string,
): ClinicHours | HoursRefusal => {
  if (date < today) return 'settings.day_is_over';
  const named = hours.special[date];
  if (named !== undefined && isSameSpan(named, span)) return 'settings.already_so';
  const special = { ...hours.special, [date]: span };
  return Object.keys(special).length > MAX_SPECIAL_DAYS ? 'settings.too_many_days' : { ...hours, special };
};

/**
 * The hours after a change, or why it cannot be. Special days that are over are forgotten.
 * @param today the clinic's date, `2026-11-24`
 */
export const changeHours = (
  before: ClinicHours,
  change: ClinicHoursChange,
  today: string,
): ClinicHours | HoursRefusal => {
  const hours = { ...before, special: without(before.special, (date) => date < today) };
  if (change.what === 'days') return setDays(hours, change.days, change.span);
  if (change.what === 'special') return setSpecial(hours, change, today);
  if (change.what === 'holidays')
    return change.worksOnHolidays === hours.worksOnHolidays
      ? 'settings.already_so'
      : { ...hours, worksOnHolidays: change.worksOnHolidays };
  return hours.special[change.date] === undefined
    ? 'settings.already_so'
    : { ...hours, special: without(hours.special, (date) => date === change.date) };
};
