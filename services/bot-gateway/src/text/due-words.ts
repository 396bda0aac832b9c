import type { Clinic } from '@perezvon/clinic-hours';
import { DateTime } from 'luxon';
import { OTHER_DAY_HOUR, TODAY_HOUR } from '../domain/due-presets.js';
import { monthNamed, timeWordsOf, weekdayNamed, yearOf } from './calendar-words.js';
import { openingFrom, readClinicTime } from './clinic-due-words.js';
import { plainly } from './plain-time.js';
import { readClock, setClock } from './said-clock.js';
import { withDigits } from './said-numbers.js';

/** A deadline as the bot writes it: `25.11 18:00`, with the year when it is not this one. */
export const printDue = (at: Date, now: Date, timezone: string): string => {
  const due = DateTime.fromJSDate(at, { zone: timezone });
  const { year } = DateTime.fromJSDate(now, { zone: timezone });
  return due.toFormat(due.year === year ? 'dd.MM HH:mm' : 'dd.MM.yyyy HH:mm');
};

/** A deadline that somebody typed. `past`: understood, and over already. */
type TypedDue = { kind: 'at'; at: Date } | { kind: 'past'; at: Date };

/** A day without a year that lies this far back is next year's; one that is closer was a slip. */
const SLIP_DAYS = 60;
/** Longer is a typing error: nobody plans a call that far ahead. */
const MAX_AHEAD = { years: 1, days: 1 };
const LONGEST_TEXT = 60;

const NAMED_DAYS = new Map([
  ['сегодня', 0],
  ['завтра', 1],
  ['послезавтра', 2],
  ['today', 0],
  ['tomorrow', 1],
]);
type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';
const UNITS: readonly [RegExp, Unit][] = [
  [/^(мин|минут[уы]?|min|minutes?)$/, 'minutes'],
  [/^(ч|час|часа|часов|часок|часика|h|hours?)$/, 'hours'],
  [/^(день|дня|дней|сут(ки|ок)|days?)$/, 'days'],
  [/^(недел[юьия]|weeks?)$/, 'weeks'],
  [/^(месяц|месяца|месяцев|months?)$/, 'months'],
];
const unitNamed = (word: string): Unit | undefined => UNITS.find(([pattern]) => pattern.test(word))?.[1];

/** What a day without an hour means: noon, as of a deadline, or when the clinic opens, as of work that goes on then. */
export type BareDay = 'noon' | 'opening';

/** Whose time words are read by. */
interface Calendar {
  clinic: Clinic;
  bareDay?: BareDay;
}

/** Prepositions say nothing that the words around them do not. */
const FILLERS = new Set([
  'в',
  'во',
  'к',
  'ко',
  'до',
  'на',
  'с',
  'часов',
  'час',
  'часа',
  'часам',
  'около',
  'примерно',
  'эту',
  'этот',
  'это',
  'at',
  'on',
  'by',
  'the',
]);

/** More without «через» is a time of day: «18 часов». */
const MAX_BARE_HOURS = 7;

/** «3 часа», «час», «полчаса», «полтора часа», «2 hours» */
const readLength = ([amount = '', unitWord, ...more]: readonly string[], now: DateTime): DateTime | null => {
  if (amount === 'полчаса' && unitWord === undefined) return now.plus({ minutes: 30 });
  if (amount === 'полтора' && unitWord === 'часа') return now.plus({ minutes: 90 });
  const count = /^\d{1,4}(?:\.\d)?$/.test(amount) ? Number(amount) : null;
  const word = count === null ? amount : (unitWord ?? '');
  if (more.length > 0 || (count === null && unitWord !== undefined)) return null;
  const unit = unitNamed(word);
  return unit ? now.plus({ [unit]: count ?? 1 }) : null;
};

/** «через 3 часа», «через два дня», «часа через два», «через полчаса», «in 2 hours», and «2 часа» alone. */
const readSpan = (words: readonly string[], now: DateTime): DateTime | null => {
  const [first = '', second, third, ...more] = words;
  if (first === 'через' || first === 'in') return readLength(words.slice(1), now);
  if (second === 'через' && third !== undefined && more.length === 0) return readLength([third, first], now);
  if (second === undefined) return first === 'полчаса' ? readLength(words, now) : null;
  const isTimeOfDay = unitNamed(second) === 'hours' && Number(first) > MAX_BARE_HOURS;
  return isTimeOfDay ? null : readLength(words, now);
};

/** What is left to read, and what has been read. */
interface Reading<T> {
  value: T;
  rest: readonly string[];
}

/** A day and month without a year: the coming one, or the one just missed. */
const nearestYear = (day: number, month: number, today: DateTime): DateTime => {
  const thisYear = today.set({ day: 1, month }).set({ day });
  return thisYear < today.minus({ days: SLIP_DAYS }) ? thisYear.plus({ years: 1 }) : thisYear;
};

const calendarDay = (day: number, month: number, year: number | null, today: DateTime): DateTime | null => {
  const asked =
    year === null
      ? nearestYear(day, month, today)
      : today.set({ year, month: 1, day: 1 }).set({ month }).set({ day });
  // 31.02 would roll over to March: it is no day at all.
  return asked.isValid && asked.day === day && asked.month === month ? asked : null;
};

const readDottedDay = (
  [word = '', ...rest]: readonly string[],
  today: DateTime,
): Reading<DateTime> | null => {
  const match = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?$/.exec(word);
  if (!match) return null;
  const [, day, month, year] = match;
  const value = calendarDay(Number(day), Number(month), year === undefined ? null : yearOf(year), today);
  return value && { value, rest };
};

/** «28», «28-го», «28th» */
const dayNumberOf = (word: string): number => Number(/^(\d{1,2})(?:-?го|st|nd|rd|th)?$/.exec(word)?.[1]);

/** «28 ноября», «28-го ноября», «november 28» */
const readMonthDay = (
  [first = '', second = '', ...rest]: readonly string[],
  today: DateTime,
): Reading<DateTime> | null => {
  const [word, name] = monthNamed(first) === 0 ? [first, second] : [second, first];
  const month = monthNamed(name);
  const day = dayNumberOf(word);
  if (month === 0 || !(day >= 1)) return null;
  const value = calendarDay(day, month, null, today);
  return value && { value, rest };
};

/** The coming day of that name; today's name means in a week. */
const readWeekday = ([word = '', ...rest]: readonly string[], today: DateTime): Reading<DateTime> | null => {
  const weekday = weekdayNamed(word);
  if (weekday === 0) return null;
  return { value: today.plus({ days: ((weekday - today.weekday + 6) % 7) + 1 }), rest };
};

const readNamedDay = ([word = '', ...rest]: readonly string[], today: DateTime): Reading<DateTime> | null => {
  const days = NAMED_DAYS.get(word);
  return days === undefined ? null : { value: today.plus({ days }), rest };
};

/** «25 числа», «25-го»: the coming one. */
const readDayOfMonth = (
  [word = '', ...rest]: readonly string[],
  today: DateTime,
): Reading<DateTime> | null => {
  const [next, ...more] = rest;
  const day = dayNumberOf(word);
  const isNamed = next === 'числа' || /\D$/.test(word);
  if (!isNamed || !(day >= 1)) return null;
  const months = [today, today.plus({ months: 1 }), today.plus({ months: 2 })];
  const value = months
    .map((month) => month.set({ day: 1 }).set({ day }))
    .find((date) => date.day === day && date >= today);
  return value ? { value, rest: next === 'числа' ? more : rest } : null;
};

/** «следующий вторник»: of the next week, not of this one. */
const readNextWeekday = (
  [word = '', ...rest]: readonly string[],
  today: DateTime,
): Reading<DateTime> | null => {
  if (!/^(следующ(ий|ую|ее)|next)$/.test(word)) return null;
  const [name = '', ...more] = rest;
  const weekday = weekdayNamed(name);
  if (weekday === 0) return null;
  return { value: today.startOf('week').plus({ weeks: 1, days: weekday - 1 }), rest: more };
};

const dayNamed = (words: readonly string[], today: DateTime): Reading<DateTime> | null =>
  readNamedDay(words, today) ??
  readDottedDay(words, today) ??
  readMonthDay(words, today) ??
  readDayOfMonth(words, today) ??
  readNextWeekday(words, today) ??
  readWeekday(words, today);

/** «после пятницы», «после 25.11»: when the clinic opens on a day after it. */
const readAfterDay = (
  [word = '', ...rest]: readonly string[],
  now: DateTime,
  clinic: Clinic,
): DateTime | null => {
  if (word !== 'после' && word !== 'after') return null;
  const day = dayNamed(rest, now.startOf('day'));
  return day?.rest.length === 0 ? openingFrom(day.value.plus({ days: 1 }), clinic) : null;
};

/** «завтра 12:00», «завтра утром», «25.11 18:00», «в пятницу в 10», «25 ноября»; a day alone has the usual hour. */
const readDay = (words: readonly string[], now: DateTime, { clinic, bareDay }: Calendar): DateTime | null => {
  const today = now.startOf('day');
  const day = dayNamed(words, today);
  if (!day) return null;
  const clock = day.rest.length === 0 ? null : readClock(day.rest);
  if (clock) return setClock(day.value, clock, clinic);
  if (day.rest.length > 0) return null;
  if (bareDay === 'opening') return openingFrom(day.value, clinic);
  const hour = day.value.hasSame(today, 'day') ? TODAY_HOUR : OTHER_DAY_HOUR;
  return day.value.set({ hour, minute: 0 });
};

/** «к 15:00 завтра», «в 18:00 в пятницу», «at 3 pm on friday»: the time before its day. */
const readTimeOfDay = (words: readonly string[], now: DateTime, clinic: Clinic): DateTime | null => {
  for (let length = 1; length < words.length; length += 1) {
    const clock = readClock(words.slice(0, length));
    const day = dayNamed(words.slice(length), now.startOf('day'));
    if (clock && day?.rest.length === 0) return setClock(day.value, clock, clinic);
  }
  return null;
};

/** «18:00», «в 18», «6 вечера», «вечером»: today, or tomorrow when that is over. A bare number says nothing. */
const readTimeAlone = (
  words: readonly string[],
  hadFiller: boolean,
  now: DateTime,
  clinic: Clinic,
): DateTime | null => {
  const [word = ''] = words;
  if (words.length === 1 && !hadFiller && /^\d+$/.test(word)) return null;
  const clock = readClock(words);
  if (!clock) return null;
  const day = now.startOf('day');
  const today = setClock(day, clock, clinic);
  return today > now ? today : setClock(day.plus({ days: 1 }), clock, clinic);
};

/** A decimal comma is no separator of words. */
const withPoint = (text: string): string => text.replaceAll(/(\d),(\d)/g, '$1.$2');

const readMoment = (text: string, now: DateTime, calendar: Calendar): DateTime | null => {
  const words = withDigits(timeWordsOf(plainly(withPoint(text))));
  const bare = words.filter((word) => !FILLERS.has(word));
  return (
    readClinicTime(words.join(' '), now, calendar.clinic) ??
    readSpan(words, now) ??
    readAfterDay(bare, now, calendar.clinic) ??
    readDay(bare, now, calendar) ??
    readTimeOfDay(bare, now, calendar.clinic) ??
    readTimeAlone(bare, bare.length < words.length, now, calendar.clinic)
  );
};

/**
 * The moment that somebody typed, as people write it, by the clinic's clock and hours.
 * @returns null when it is no moment, or one too far ahead to be meant
 */
export const parseDue = (text: string, now: Date, calendar: Calendar): TypedDue | null => {
  if (text.length > LONGEST_TEXT) return null;
  const local = DateTime.fromJSDate(now, { zone: calendar.clinic.timezone });
  const due = readMoment(text, local, calendar);
  if (!due || due > local.plus(MAX_AHEAD)) return null;
  return { kind: due > local ? 'at' : 'past', at: due.toJSDate() };
};
