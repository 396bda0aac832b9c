import { readCardinal, readHalfHour, readOrdinal } from './numbers.js';

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

const NOON = 12;
/** Clinics work by day: «после трёх» is 15:00; from eight on it is the morning. */
const FIRST_MORNING_HOUR = 8;
const LAST_HOUR = 23;
const LAST_MINUTE = 59;
const HALF_MINUTES = 30;
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
]);
const HOUR_WORDS: ReadonlySet<string> = new Set(['час', 'часа', 'часов', 'часиков', 'часам']);
const NOT_HOURS: ReadonlySet<string> = new Set(
  'минут минуты минутку дней дня день недели недель неделю месяца месяцев тысяч тысячи рублей раз раза человек лет процентов'.split(
    ' ',
  ),
);

const byDay = (hour: number, mark: string | undefined): number => {
  if (mark === 'утра') return hour;
  if (mark === 'вечера' || mark === 'дня') return hour < NOON ? hour + NOON : hour;
  return hour < FIRST_MORNING_HOUR ? hour + NOON : hour;
};

const readMinutes = (words: readonly string[], at: number): number | undefined => {
  if (words[at] === 'ноль' && words[at + 1] === 'ноль') return 0;
  const minutes = readCardinal(words, at);
  return minutes !== undefined && minutes.value <= LAST_MINUTE && minutes.value >= 5
    ? minutes.value
    : undefined;
};

const readHour = (words: readonly string[], at: number): ClockTime | undefined => {
  const half = readHalfHour(words, at);
  if (half !== undefined) return { hour: byDay(half.value, words[at + half.length]), minute: HALF_MINUTES };
  // «до двадцать третьего» is a day, not an hour.
  if (readOrdinal(words, at) !== undefined) return undefined;
  const hour = readCardinal(words, at);
  if (hour === undefined || hour.value > LAST_HOUR) return undefined;
  let next = at + hour.length;
  if (NOT_HOURS.has(words[next] ?? '')) return undefined;
  if (HOUR_WORDS.has(words[next] ?? '')) next += 1;
  const mark = words[next];
  if (mark === 'утра' || mark === 'вечера' || mark === 'дня')
    return { hour: byDay(hour.value, mark), minute: 0 };
  return { hour: byDay(hour.value, undefined), minute: readMinutes(words, next) ?? 0 };
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
  const next = words[hourAt + hour.length] ?? '';
  if (NOT_HOURS.has(next)) return undefined;
  return { hour: byDay(hour.value, next) - 1, minute: LAST_MINUTE + 1 - minutes.value };
};

/** «полвторого» says by itself that it is a time. */
const readHalfWord = (words: readonly string[], at: number): ClockTime | undefined => {
  const half = readHalfHour(words, at);
  if (half?.length !== 1) return undefined;
  return { hour: byDay(half.value, words[at + 1]), minute: HALF_MINUTES };
};

/** The time of day that begins at this very word: «после трёх» at «после»; undefined when none does. */
export const clockTimeAt = (words: readonly string[], at: number): ClockTime | undefined => {
  const time = BEFORE_HOUR.has(words[at] ?? '') ? readHour(words, at + 1) : undefined;
  return time ?? readMinutesBefore(words, at) ?? readHalfWord(words, at);
};

/** The first time of day that the words name («после трёх», «в полседьмого», «вечером»); undefined when none does. */
export const readClockTime = (words: readonly string[]): ClockTime | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    const found = clockTimeAt(words, at);
    if (found !== undefined) return found;
  }
  const part = words.map((word) => PARTS.get(word)).find((hour) => hour !== undefined);
  return part === undefined ? undefined : { hour: part, minute: 0 };
};
