import type { DateTime, DurationLikeObject } from 'luxon';
import { readClockTime } from './clock-time.js';
import { readCardinal, readOrdinal } from './numbers.js';

const WEEKDAYS: readonly string[] = [
  'понедельник',
  'вторник',
  'сред',
  'четверг',
  'пятниц',
  'суббот',
  'воскресен',
];
const MONTHS: readonly string[] = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const MONTH_ENDINGS: readonly string[] = ['', 'ь', 'я', 'е', 'й', 'ю', 'а'];
const WEEKDAY_ENDINGS: readonly string[] = ['', 'а', 'у', 'е', 'ы', 'ье', 'ья', 'ью', 'и', 'ю'];

/** Every form of the words, with the number of the word from 1. */
const formsOf = (stems: readonly string[], endings: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    stems.flatMap((stem, index) =>
      endings.map((ending): [string, number] => [`${stem}${ending}`, index + 1]),
    ),
  );
const MONTH_FORMS = formsOf(MONTHS, MONTH_ENDINGS);
const WEEKDAY_FORMS = formsOf(WEEKDAYS, WEEKDAY_ENDINGS);
const DAYS_IN_WEEK = 7;
const UNITS: readonly (readonly [RegExp, keyof DurationLikeObject])[] = [
  [/^минут/u, 'minutes'],
  [/^час/u, 'hours'],
  [/^(?:день|дня|дней|денек|сутки|суток)$/u, 'days'],
  [/^недел/u, 'weeks'],
  [/^месяц/u, 'months'],
];
/** When only a day is named the contact is due in the morning of it. */
const DEFAULT_HOUR = 10;
const END_OF_WORK_HOUR = 18;
const HALF_HOUR_MINUTES = 30;
const ONE_AND_A_HALF = 1.5;
const SATURDAY = 6;
const MAX_WORDS = 400;

const unitOf = (word: string | undefined): keyof DurationLikeObject | undefined =>
  UNITS.find(([pattern]) => pattern.test(word ?? ''))?.[1];

const amountAfter = (words: readonly string[], at: number): DurationLikeObject | undefined => {
  const word = words[at] ?? '';
  if (word === 'полчаса' || word === 'получаса' || word === 'полчасика')
    return { minutes: HALF_HOUR_MINUTES };
  if (word === 'полтора' || word === 'полторы') {
    const unit = unitOf(words[at + 1]);
    return unit === undefined ? undefined : { [unit]: ONE_AND_A_HALF };
  }
  const alone = unitOf(word);
  if (alone !== undefined) return { [alone]: 1 };
  const count = readCardinal(words, at);
  if (count === undefined || count.value === 0) return undefined;
  const unit = unitOf(words[at + count.length]) ?? unitOf(words[at - 2]);
  return unit === undefined ? undefined : { [unit]: count.value };
};

/** «через час», «минут через двадцать», «в течение двух дней». */
export const readDelay = (words: readonly string[]): DurationLikeObject | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] !== 'через' && words[at] !== 'течение' && words[at] !== 'течении') continue;
    const amount = amountAfter(words, at + 1);
    if (amount !== undefined) return amount;
  }
  return undefined;
};

/** The moment of the call, in the clinic's zone. */
export type Clock = () => DateTime;

const ahead = (from: DateTime, weekday: number): DateTime =>
  from.plus({ days: (weekday - from.weekday + DAYS_IN_WEEK) % DAYS_IN_WEEK || DAYS_IN_WEEK });

/** «пятого», «двадцать третьего октября», «в начале ноября». */
const readDate = (words: readonly string[], at: number, clock: Clock): DateTime | undefined => {
  const day = readOrdinal(words, at);
  const monthAt = day === undefined ? at : at + day.length;
  const month = MONTH_FORMS.get(words[monthAt] ?? '') ?? 0;
  if (day === undefined && (month === 0 || words[at - 1] !== 'начале')) return undefined;
  if (month === 0 && words[monthAt] !== 'числа' && !['до', 'с', 'на', 'после'].includes(words[at - 1] ?? ''))
    return undefined;
  const now = clock();
  const date = now.set({ day: day?.value ?? 1, ...(month > 0 && { month }) });
  if (date >= now.startOf('day')) return date;
  return month > 0 ? date.plus({ years: 1 }) : date.plus({ months: 1 });
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
  if (delay !== undefined && day === undefined) return clock().plus(delay);
  const time = isEndOfDay(some) ? { hour: END_OF_WORK_HOUR, minute: 0 } : readClockTime(some);
  if (day === undefined && time === undefined) return undefined;
  const now = clock();
  const at = (day ?? now).set({ ...(time ?? { hour: DEFAULT_HOUR, minute: 0 }), second: 0, millisecond: 0 });
  if (at > now) return at;
  return day === undefined ? at.plus({ days: 1 }) : undefined;
};
