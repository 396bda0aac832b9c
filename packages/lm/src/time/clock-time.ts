import { MONTH_FORMS } from './calendar-words.js';
import { readCardinal, readHalfHour, readOrdinal } from './numbers.js';

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** «Девять утра»: half of the day is said, so that it is no evening. */
  readonly isHalfSaid: boolean;
}

/** The part of the day that is said with an hour: «девять утра». */
type DayMark = 'утра' | 'дня' | 'вечера';

const NOON = 12;
/** Clinics work by day: «после трёх» is 15:00; from eight on it is the morning. */
const FIRST_MORNING_HOUR = 8;
const LAST_HOUR = 23;
const LAST_MINUTE = 59;
const HALF_MINUTES = 30;
/** «В четыре-пять» is no minute; minutes under ten are said with «ноль». */
export const FIRST_BARE_MINUTE = 10;
const QUARTER_MINUTES = 15;

/** A part of the day as a moment: its usual middle in a clinic's day. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['утром', 10],
  ['утра', 10],
  ['утречком', 10],
  ['днем', 14],
  ['обед', 13],
  ['обеда', 14],
  ['обеду', 13],
  ['вечером', 18],
  ['вечера', 18],
  ['вечеру', 18],
  ['вечерком', 18],
]);
const BEFORE_HOUR: ReadonlySet<string> = new Set([
  'в',
  'после',
  'к',
  'до',
  'с',
  'около',
  'во',
  'часов',
  'часа',
  'часиков',
  'на',
  'районе',
]);
export const HOUR_WORDS: ReadonlySet<string> = new Set(['час', 'часа', 'часов', 'часиков', 'часам']);
const NOT_HOURS: ReadonlySet<string> = new Set(
  'минут минуты минутку дней дня день недели недель неделю месяца месяцев тысяч тысячи рублей раз раза человек лет процентов'.split(
    ' ',
  ),
);
/** Nobody waits for it: no promise of a clinic. */
const AT_NIGHT = 'ночи';
/** «Два дня», «четыре дня» may be days; «пять дня» is a time. */
const FEWEST_HOURS_OF_DAY = 5;
/** Said by itself it is one o'clock; «часа» only after words that leave no length of time. */
const ONE: ReadonlySet<string> = new Set(['час', 'часу', 'часа']);
const BEFORE_ONE: ReadonlySet<string> = new Set(['до', 'после', 'с']);

const byDay = (hour: number, mark: DayMark | undefined): number => {
  if (mark === 'утра') return hour;
  if (mark === 'вечера' || mark === 'дня') return hour < NOON ? hour + NOON : hour;
  return hour < FIRST_MORNING_HOUR ? hour + NOON : hour;
};

const timeOf = (hour: number, minute: number, mark: DayMark | undefined): ClockTime => ({
  hour: byDay(hour, mark),
  minute,
  isHalfSaid: mark !== undefined,
});

const markAt = (words: readonly string[], at: number): DayMark | undefined => {
  const word = words[at];
  return word === 'утра' || word === 'дня' || word === 'вечера' ? word : undefined;
};

interface ReadMinutes {
  readonly value: number;
  /** Words it took. */
  readonly length: number;
}

/** «Пятнадцать ноль ноль», «восемнадцать ноль пять», «два тридцать»; a bare «пять» after an hour is another hour. */
const readMinutes = (words: readonly string[], at: number): ReadMinutes | undefined => {
  const isZero = words[at] === 'ноль' || words[at] === '0';
  const minutes = readCardinal(words, isZero ? at + 1 : at);
  if (minutes === undefined || minutes.value > LAST_MINUTE) return undefined;
  const isWritten = /^0\d$/u.test(words[at] ?? '');
  if (!isZero && !isWritten && minutes.value < FIRST_BARE_MINUTE) return undefined;
  const length = minutes.length + (isZero ? 1 : 0);
  return HOUR_WORDS.has(words[at + length] ?? '') ? undefined : { value: minutes.value, length };
};

/** Whether the word after a number says that it counts something else than hours. */
const countsOther = (words: readonly string[], at: number, hour: number, next: number): boolean => {
  const word = words[next] ?? '';
  if (word === AT_NIGHT || word === 'числа' || MONTH_FORMS.has(word)) return true;
  const isOfDay = hour >= FEWEST_HOURS_OF_DAY || ONE.has(words[at] ?? '') || words[at - 1] !== 'на';
  return NOT_HOURS.has(word) && !(word === 'дня' && isOfDay);
};

const isOneOClock = (words: readonly string[], at: number): boolean =>
  words[at] === 'часа' && BEFORE_ONE.has(words[at - 1] ?? '');

const readHour = (words: readonly string[], at: number): ClockTime | undefined => {
  const half = readHalfHour(words, at);
  if (half !== undefined) return timeOf(half.value, HALF_MINUTES, markAt(words, at + half.length));
  // «до двадцать третьего» is a day, not an hour.
  if (readOrdinal(words, at) !== undefined) return undefined;
  const hour = isOneOClock(words, at) ? { value: 1, length: 1 } : readCardinal(words, at);
  if (hour === undefined || hour.value > LAST_HOUR) return undefined;
  let next = at + hour.length;
  if (countsOther(words, at, hour.value, next)) return undefined;
  if (HOUR_WORDS.has(words[next] ?? '')) next += 1;
  if (words[next] === AT_NIGHT) return undefined;
  const minutes = readMinutes(words, next);
  return timeOf(hour.value, minutes?.value ?? 0, markAt(words, next + (minutes?.length ?? 0)));
};

/** «без четверти три», «без десяти четыре». */
const readMinutesBefore = (words: readonly string[], at: number): ClockTime | undefined => {
  if (words[at] !== 'без') return undefined;
  const minutes =
    words[at + 1] === 'четверти' ? { value: QUARTER_MINUTES, length: 1 } : readCardinal(words, at + 1);
  if (minutes === undefined || minutes.value === 0 || minutes.value > HALF_MINUTES) return undefined;
  const hourAt = at + 1 + minutes.length + (words[at + 1 + minutes.length] === 'минут' ? 1 : 0);
  const hour = readCardinal(words, hourAt);
  if (hour === undefined || hour.value === 0 || hour.value > LAST_HOUR) return undefined;
  const next = hourAt + hour.length;
  if (NOT_HOURS.has(words[next] ?? '') && words[next] !== 'дня') return undefined;
  const time = timeOf(hour.value, LAST_MINUTE + 1 - minutes.value, markAt(words, next));
  return { ...time, hour: time.hour - 1 };
};

/** «четверть третьего», «двадцать минут пятого»: of the hour that goes on. */
const readMinutesPast = (words: readonly string[], at: number): ClockTime | undefined => {
  const minutes = words[at] === 'четверть' ? { value: QUARTER_MINUTES, length: 1 } : readCardinal(words, at);
  if (minutes === undefined || minutes.value > HALF_MINUTES) return undefined;
  let hourAt = at + minutes.length;
  if (words[hourAt]?.startsWith('минут') === true) hourAt += 1;
  else if (words[at] !== 'четверть') return undefined;
  const hour = readOrdinal(words, hourAt);
  if (hour === undefined || hour.value > NOON || !/[ое]го$/u.test(words[hourAt] ?? '')) return undefined;
  return timeOf(hour.value - 1, minutes.value, markAt(words, hourAt + hour.length));
};

/** «полвторого» says by itself that it is a time. */
const readHalfWord = (words: readonly string[], at: number): ClockTime | undefined => {
  const half = readHalfHour(words, at);
  if (half?.length !== 1) return undefined;
  return timeOf(half.value, HALF_MINUTES, markAt(words, at + 1));
};

/** The time of day that begins at this very word: «после трёх» at «после»; undefined when none does. */
export const clockTimeAt = (words: readonly string[], at: number): ClockTime | undefined => {
  const time = BEFORE_HOUR.has(words[at] ?? '') ? readHour(words, at + 1) : undefined;
  return time ?? readMinutesBefore(words, at) ?? readMinutesPast(words, at) ?? readHalfWord(words, at);
};

/** The first time of day that the words name («после трёх», «в полседьмого», «вечером»); undefined when none does. */
export const readClockTime = (words: readonly string[]): ClockTime | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    const found = clockTimeAt(words, at);
    if (found !== undefined) return found;
  }
  const part = words.map((word) => PARTS.get(word)).find((hour) => hour !== undefined);
  return part === undefined ? undefined : { hour: part, minute: 0, isHalfSaid: true };
};
