import type { DateTime } from 'luxon';
import { MONTH_FORMS, WEEKDAY_FORMS } from './calendar-words.js';
import { readClockTime } from './clock-time.js';
import { readDelay } from './delay.js';
import { readCardinal, readOrdinal, type ReadNumber } from './numbers.js';

const DAYS_IN_WEEK = 7;
/** When only a day is named the contact is due in the morning of it. */
const DEFAULT_HOUR = 10;
const END_OF_WORK_HOUR = 18;
const SATURDAY = 6;
const MAX_WORDS = 400;
const MOST_DAYS = 31;
const MONTHS_IN_YEAR = 12;

/** The moment of the call, in the clinic's zone. */
export type Clock = () => DateTime;

const ahead = (from: DateTime, weekday: number): DateTime =>
  from.plus({ days: (weekday - from.weekday + DAYS_IN_WEEK) % DAYS_IN_WEEK || DAYS_IN_WEEK });

/** «10 февраля», «10 числа»: digits that the word after them makes a day. */
const readDigitDay = (words: readonly string[], at: number): ReadNumber | undefined => {
  const day = /^\d/u.test(words[at] ?? '') ? readCardinal(words, at) : undefined;
  if (day === undefined || day.value === 0 || day.value > MOST_DAYS) return undefined;
  const next = words[at + day.length] ?? '';
  return MONTH_FORMS.has(next) || next === 'числа' ? day : undefined;
};

/**
 * The next such day of a month.
 * @param month from 1; 0: of the first month from now on that has one
 */
export const nextDate = (day: number, month: number, now: DateTime): DateTime | undefined => {
  for (let ahead = 0; ahead <= MONTHS_IN_YEAR; ahead += 1) {
    const first = now.set({ day: 1 }).plus({ months: ahead });
    const date = first.set({ day });
    const isIt = date.month === first.month && (month === 0 || date.month === month);
    if (isIt && date >= now.startOf('day')) return date;
  }
  return undefined;
};

/** «пятого», «двадцать третьего октября», «10 февраля», «в начале ноября». */
const readDate = (words: readonly string[], at: number, clock: Clock): DateTime | undefined => {
  const day = readOrdinal(words, at) ?? readDigitDay(words, at);
  const monthAt = day === undefined ? at : at + day.length;
  const month = MONTH_FORMS.get(words[monthAt] ?? '') ?? 0;
  if (day === undefined && (month === 0 || words[at - 1] !== 'начале')) return undefined;
  if (month === 0 && words[monthAt] !== 'числа' && !['до', 'с', 'на', 'после'].includes(words[at - 1] ?? ''))
    return undefined;
  return nextDate(day?.value ?? 1, month, clock());
};

/** «В декабре»: its number from 1, and the word's place; undefined when the words name no month. */
export const readMonth = (words: readonly string[]): { month: number; at: number } | undefined => {
  const at = words.findIndex((word) => MONTH_FORMS.has(word));
  const month = MONTH_FORMS.get(words[at] ?? '');
  return month === undefined ? undefined : { month, at };
};

/** The first day that the words name, at the time of day that it is now; undefined when they name none. */
export const readDay = (words: readonly string[], clock: Clock): DateTime | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === 'сегодня') return clock();
    if (word === 'завтра') return clock().plus({ days: 1 });
    if (word === 'послезавтра') return clock().plus({ days: 2 });
    if (word === 'выходных' || word === 'выходные') return ahead(clock(), SATURDAY);
    const weekday = WEEKDAY_FORMS.get(word);
    if (weekday !== undefined) return ahead(clock(), weekday);
    if (word === 'следующей' && (words[at + 1] ?? '').startsWith('недел')) return ahead(clock(), 1);
    const date = readDate(words, at, clock);
    if (date !== undefined) return date;
  }
  return undefined;
};

const isEndOfDay = (words: readonly string[]): boolean =>
  words.some((word, at) => word === 'конца' && (words[at + 1] === 'дня' || words[at + 1] === 'рабочего'));

/**
 * The moment that words name, seen from `now` (with the clinic's zone): «завтра после трёх», «через час», «в четверг в двенадцать».
 * A day without a time means 10:00, a time without a day the next such time.
 * @param clock gives `now`; asked only when the words name something: most name nothing, and a date with a zone is dear
 * @param words normalised (lower case, ё as е); only the first 400 are read
 * @returns undefined when none is named or it would lie in the past
 */
export const readMoment = (words: readonly string[], clock: Clock): DateTime | undefined => {
  const some = words.slice(0, MAX_WORDS);
  const delay = readDelay(some);
  const day = readDay(some, clock);
  if (delay !== undefined && day === undefined) return clock().plus(delay.soonest);
  const time = isEndOfDay(some) ? { hour: END_OF_WORK_HOUR, minute: 0 } : readClockTime(some);
  if (day === undefined && time === undefined) return undefined;
  const now = clock();
  const { hour, minute } = time ?? { hour: DEFAULT_HOUR, minute: 0 };
  const at = (day ?? now).set({ hour, minute, second: 0, millisecond: 0 });
  if (at > now) return at;
  return day === undefined ? at.plus({ days: 1 }) : undefined;
};
