import { dayOfIso, isoDay } from '@perezvon/db/figures';
import { DateTime } from 'luxon';
import { DAY_MS } from '../domain/durations.js';
import { monthNamed, timeWordsOf, weekdayNamed, yearOf } from './calendar-words.js';

/** Telephony kept no calls before; a year that early is a slip. */
const FIRST_YEAR = 2000;
const LONGEST_TEXT = 40;

/** A day of the calendar as a number: days since 1 January 1970, whatever the timezone. */
export type DayNumber = number;

const NAMED_DAYS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    сегодня: 0,
    вчера: 1,
    позавчера: 2,
    today: 0,
    yesterday: 1,
  }),
);
/** Before a day of the week: the one of the week before this one. */
const LAST_WEEK = /^(прошл(ый|ая|ую|ое|ой|ом)|last)$/;
const FILLERS = new Set(['в', 'во', 'за', 'от', 'on']);
/** «24.11», «24.11.2026», «24/11/26», «24-11-2026» */
const DOTTED = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR_END = /^(г|года|г\.)$/;

interface Written {
  day: number;
  month: number;
  /** null: not said. */
  year: number | null;
}

const readDotted = (words: readonly string[]): Written | null => {
  const [word = '', ...rest] = words;
  const iso = ISO.exec(word);
  if (rest.length > 0) return null;
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = DOTTED.exec(word);
  if (!dotted) return null;
  const [, day, month, year] = dotted;
  return { day: Number(day), month: Number(month), year: year === undefined ? null : yearOf(year) };
};

/** «24 ноября», «24 ноября 2026» */
const readNamedMonth = (words: readonly string[]): Written | null => {
  const [day = '', name = '', year, ...rest] = words.filter((word) => !YEAR_END.test(word));
  const month = monthNamed(name);
  if (month === 0 || !/^\d{1,2}$/.test(day) || rest.length > 0) return null;
  if (year !== undefined && !/^(\d{4}|\d{2})$/.test(year)) return null;
  return { day: Number(day), month, year: year === undefined ? null : yearOf(year) };
};

/** The day that is written, or its latest occurrence where the year is not said; null: there is no such day. */
const dayOf = ({ day, month, year }: Written, today: DateTime): DateTime | null => {
  const zone = { zone: today.zone };
  const asked = DateTime.fromObject({ year: year ?? today.year, month, day }, zone);
  if (year !== null) return asked.isValid ? asked : null;
  if (asked.isValid && asked <= today) return asked;
  const before = DateTime.fromObject({ year: today.year - 1, month, day }, zone);
  return before.isValid ? before : null;
};

const toNumber = ({ year, month, day }: DateTime): DayNumber => Date.UTC(year, month - 1, day) / DAY_MS;

/**
 * The past day that somebody typed, by the clinic's calendar: «вчера», «24.11», «24 ноября», «в понедельник» (the last
 * one, today included), «в прошлый понедельник» (last week's). Without a year it is the latest such day.
 * @returns null when the whole text is no day, or one that has not come yet
 */
export const parseDay = (text: string, now: Date, timezone: string): DayNumber | null => {
  if (text.length > LONGEST_TEXT) return null;
  const today = DateTime.fromJSDate(now, { zone: timezone }).startOf('day');
  const words = timeWordsOf(text).filter((word) => !FILLERS.has(word));
  const [first = '', second = ''] = words;
  if (words.length === 1) {
    const back = NAMED_DAYS.get(first);
    if (back !== undefined) return toNumber(today.minus({ days: back }));
    const weekday = weekdayNamed(first);
    if (weekday > 0) return toNumber(today.minus({ days: (today.weekday - weekday + 7) % 7 }));
  }
  if (words.length === 2 && LAST_WEEK.test(first) && weekdayNamed(second) > 0)
    return toNumber(today.minus({ days: today.weekday - weekdayNamed(second) + 7 }));
  const written = readDotted(words) ?? readNamedMonth(words);
  const day = written && dayOf(written, today);
  if (!day || day.year < FIRST_YEAR || day > today) return null;
  return toNumber(day);
};

/** The day that is written, or its next occurrence where the year is not said; null: there is no such day. */
const comingDayOf = ({ day, month, year }: Written, today: DateTime): DateTime | null => {
  const years = year === null ? [today.year, today.year + 1] : [year];
  const days = years.map((asked) => DateTime.fromObject({ year: asked, month, day }, { zone: today.zone }));
  return days.find((found) => found.isValid && found >= today) ?? null;
};

/**
 * A date that is still to come, by the clinic's calendar: «31.12», «31 декабря», «01.05.2027». Without a year it is the
 * next such day, today included.
 * @returns null when the whole text is no date, or one that is over
 */
export const parseComingDate = (text: string, now: Date, timezone: string): DayNumber | null => {
  if (text.length > LONGEST_TEXT) return null;
  const today = DateTime.fromJSDate(now, { zone: timezone }).startOf('day');
  const words = timeWordsOf(text).filter((word) => !FILLERS.has(word));
  const written = readDotted(words) ?? readNamedMonth(words);
  const day = written && comingDayOf(written, today);
  return day && toNumber(day);
};

/** The date of a day, `2026-12-31`. */
export const dateOfDay = (day: DayNumber): string => isoDay(new Date(day * DAY_MS));
/** The day with this date. */
export const dayOfDate = (date: string): DayNumber => dayOfIso(date).getTime() / DAY_MS;

const startOf = (day: DayNumber, timezone: string): Date => {
  const date = new Date(day * DAY_MS);
  return DateTime.fromObject(
    { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    { zone: timezone },
  ).toJSDate();
};

/** The UTC moments at which a day of the clinic begins and the next one does. */
export const dayBounds = (day: DayNumber, timezone: string): { since: Date; until: Date } => ({
  since: startOf(day, timezone),
  until: startOf(day + 1, timezone),
});

/** `24.11`, with the year when it is not this one. */
export const printDay = (day: DayNumber, now: Date, timezone: string): string => {
  const at = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
  const { year } = DateTime.fromJSDate(now, { zone: timezone });
  return at.toFormat(at.year === year ? 'dd.MM' : 'dd.MM.yyyy');
};

/** The clinic's today. */
export const todayOf = (now: Date, timezone: string): DayNumber =>
  toNumber(DateTime.fromJSDate(now, { zone: timezone }));
