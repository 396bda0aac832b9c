import type { DateTime } from 'luxon';
import { nextDate, readDay, readMonth, type Clock } from './moment.js';
import { readOrdinal } from './numbers.js';

const SUNDAY = 7;
const DAYS_IN_WEEK = 7;
/** «После среды», «после десятого»: nobody means a later day than that. */
const DAYS_AFTER = 2;
/** «После двадцать третьего октября». */
const WORDS_OF_DAY = 4;
const UNTIL: ReadonlySet<string> = new Set(['до', 'к', 'ко']);

const NEXT_WEEK = /^(?:следующ(?:ей|ую)|той)$/u;
const THIS_WEEK = /^(?:этой|на|кон(?:ца|цу|це))$/u;

const readWeek = (words: readonly string[], clock: Clock): DateTime | undefined => {
  const at = words.findIndex((word) => /^недел[яеюи]$/u.test(word));
  if (at < 0) return undefined;
  const sunday = clock().plus({ days: SUNDAY - clock().weekday });
  const before = words.slice(Math.max(0, at - 2), at);
  if (before.some((word) => NEXT_WEEK.test(word))) return sunday.plus({ days: DAYS_IN_WEEK });
  return before.some((word) => THIS_WEEK.test(word)) ? sunday : undefined;
};

/** «Половины пятого», «четверть пятого», «двадцать минут пятого», «в начале пятого» are times. */
const OF_HOUR = /^(?:пол|половин\p{L}|четверть|минут\p{L}?|начале)$/u;

/** «Позвоню пятого»: a day of the month with no word beside it that says so. */
const readBareDate = (words: readonly string[], clock: Clock): DateTime | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    const day = readOrdinal(words, at);
    if (day === undefined || OF_HOUR.test(words[at - 1] ?? '')) continue;
    if (/(?:^|[ое])го$/u.test(words[at + day.length - 1] ?? '')) return nextDate(day.value, 0, clock());
  }
  return undefined;
};

/** «В декабре»: its last day. */
const readWholeMonth = (words: readonly string[], clock: Clock): DateTime | undefined => {
  const found = readMonth(words);
  if (found === undefined || words[found.at - 1] !== 'в') return undefined;
  const end = clock().set({ day: 1, month: found.month }).endOf('month');
  return end >= clock() ? end : end.plus({ years: 1 });
};

/** «До пятницы» before another day of the sentence. */
const readUntilDay = (words: readonly string[], clock: Clock): DateTime | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    if (!UNTIL.has(words[at] ?? '')) continue;
    const day = readDay(words.slice(at, at + 2), clock);
    if (day !== undefined) return day;
  }
  return undefined;
};

/** «После среды», «после десятого»: not before the next day. */
const isAfterIt = (words: readonly string[], clock: Clock): boolean =>
  words.some(
    (word, at) => word === 'после' && readDay(words.slice(at, at + WORDS_OF_DAY), clock) !== undefined,
  );

const readNamedDay = (words: readonly string[], clock: Clock): DateTime | undefined => {
  const day = readUntilDay(words, clock) ?? readDay(words, clock);
  // Saturday is where the weekend begins.
  const isWeekend = words.some((word) => word === 'выходных' || word === 'выходные');
  return isWeekend ? day?.plus({ days: 1 }) : day;
};

/** The last day that keeps a promise as the words name it: a date before a weekday beside it («в понедельник двадцать первого»). */
export const readLastDay = (words: readonly string[], clock: Clock): DateTime | undefined => {
  const day = readWeek(words, clock) ?? readNamedDay(words, clock);
  const date = readBareDate(words, clock);
  const last =
    day === undefined || date?.weekday === day.weekday ? (date ?? readWholeMonth(words, clock)) : day;
  return last !== undefined && isAfterIt(words, clock) ? last.plus({ days: DAYS_AFTER }) : last;
};
