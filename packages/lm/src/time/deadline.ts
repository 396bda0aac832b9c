import type { DateTime } from 'luxon';
import { clockTimeAt, type ClockTime } from './clock-time.js';
import { readDay, readDelay, readMonth, type Clock } from './moment.js';
import { readCardinal, readOrdinal } from './numbers.js';

/** The last moment that keeps a promise. */
export interface Deadline {
  readonly at: DateTime;
  /** false: a day at most was said, and `at` is its evening. */
  readonly isTimeSaid: boolean;
  /** false: a time of day alone («в девять»); the words before may say of which day. */
  readonly isDaySaid: boolean;
}

/** Clinics ring people until eight in the evening. */
const DAY_END_HOUR = 20;
/** Who promises a call later than that in the evening means the next day. */
const LAST_HOURS = 1;
/** «После семи» leaves so much time at least. */
const HOURS_AFTER = 2;
const NOON = 12;
const LATEST_HOUR = 21;
/** As far as one sentence about a call reaches. */
const MAX_WORDS = 60;
const SUNDAY = 7;
const DAYS_IN_WEEK = 7;

/** Until when a part of the day lasts, said alone («утром») and as a limit («до обеда»). */
interface DayPart {
  readonly end: number;
  readonly limit: number;
}
const MORNING: DayPart = { end: NOON, limit: NOON };
const MIDDAY: DayPart = { end: 15, limit: 13 };
const AFTERNOON: DayPart = { end: 17, limit: 17 };
const EVENING: DayPart = { end: LATEST_HOUR, limit: DAY_END_HOUR };
const PARTS: ReadonlyMap<string, DayPart> = new Map(
  (
    [
      ['утром утра утречком утро утру', MORNING],
      ['обед обеда обеду', MIDDAY],
      ['днем', AFTERNOON],
      ['вечером вечера вечеру вечерком вечер', EVENING],
    ] as const
  ).flatMap(([forms, part]) => forms.split(' ').map((form): [string, DayPart] => [form, part])),
);

const UNTIL: ReadonlySet<string> = new Set(['до', 'к', 'ко']);
const FROM: ReadonlySet<string> = new Set(['после', 'с', 'со']);
/** «Сегодня вечером, крайний срок завтра утром»: what follows is the deadline. */
const AT_LATEST: ReadonlySet<string> = new Set([
  'крайний',
  'крайнем',
  'край',
  'максимум',
  'позднее',
  'позже',
]);
const PLAIN_WORDS: ReadonlyMap<string, string> = new Map([
  ['завтрашнего', 'завтра'],
  ['завтрашнему', 'завтра'],
  ['завтрашний', 'завтра'],
  ['сегодняшнего', 'сегодня'],
  ['сегодняшний', 'сегодня'],
  ['ближайший', 'течение'],
  ['ближайшие', 'течение'],
  ['ближайшего', 'течение'],
  ['ближайших', 'течение'],
]);
const WHOLE_DAY: ReadonlySet<string> = new Set(['конца', 'течение', 'течении']);

/** «До конца рабочего дня» is «сегодня», «завтрашнего» is «завтра». */
const inPlainWords = (words: readonly string[]): string[] => {
  const plain: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const dayAt = words[at + 1] === 'рабочего' ? at + 2 : at + 1;
    if (WHOLE_DAY.has(words[at] ?? '') && words[dayAt] === 'дня') {
      plain.push('сегодня');
      at = dayAt;
    } else {
      plain.push(PLAIN_WORDS.get(words[at] ?? '') ?? words[at] ?? '');
    }
  }
  return plain;
};

/** «Через пять-десять минут»: the longer of the two. */
const withoutRanges = (words: readonly string[]): string[] =>
  words.filter((_, at) => {
    const one = readCardinal(words, at);
    const other = readCardinal(words, at + 1);
    const isRange =
      one?.length === 1 && other !== undefined && one.value > 0 && other.value > one.value && at > 0;
    return !(isRange && words[at - 1] !== 'в');
  });

/** From the last of several days or limits on: it is the one that breaks the promise. */
const atLatest = (words: readonly string[]): readonly string[] => {
  const limit = words.findLastIndex((word) => AT_LATEST.has(word));
  if (limit >= 0 && limit < words.length - 1) return words.slice(limit + 1);
  const today = words.indexOf('сегодня');
  const tomorrow = words.indexOf('завтра');
  return today >= 0 && tomorrow > today ? words.slice(tomorrow) : words;
};

const atHour = (day: DateTime, { hour, minute }: ClockTime): DateTime =>
  day.set({ hour, minute, second: 0, millisecond: 0 });

/** The evening of a day; the end of the day itself when the evening is over. */
const eveningOf = (day: DateTime, now: DateTime): DateTime => {
  const evening = atHour(day, { hour: DAY_END_HOUR, minute: 0 });
  return evening > now ? evening : day.endOf('day').startOf('minute');
};

const wholeDay = (day: DateTime, now: DateTime): Deadline => ({
  at: eveningOf(day, now),
  isTimeSaid: false,
  isDaySaid: true,
});

/** When nobody says when: the evening of the call's day, or of the next day when the call is late. */
export const unsaidDeadline = (now: DateTime): Deadline => {
  const evening = atHour(now, { hour: DAY_END_HOUR, minute: 0 });
  const isLate = now.plus({ hours: LAST_HOURS }) > evening;
  return { at: isLate ? evening.plus({ days: 1 }) : evening, isTimeSaid: false, isDaySaid: false };
};

const readWeek = (words: readonly string[], clock: Clock): DateTime | undefined => {
  const at = words.findIndex((word) => /^недел[яеюи]$/u.test(word));
  if (at < 0) return undefined;
  const sunday = clock().plus({ days: SUNDAY - clock().weekday });
  const before = words.slice(Math.max(0, at - 2), at);
  if (before.includes('следующей') || before.includes('следующую'))
    return sunday.plus({ days: DAYS_IN_WEEK });
  return before.includes('этой') || before.includes('конца') || before.includes('на') ? sunday : undefined;
};

/** «Позвоню пятого»: a day of the month with no word beside it that says so. */
const readBareDate = (words: readonly string[], clock: Clock): DateTime | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    const day = readOrdinal(words, at);
    if (day === undefined || !/[ое]го$/u.test(words[at + day.length - 1] ?? '')) continue;
    const date = clock().set({ day: day.value });
    return date >= clock().startOf('day') ? date : date.plus({ months: 1 });
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

interface TimeLimit {
  readonly time: ClockTime;
  /** «После трёх» begins then: it ends with the day. */
  readonly isFrom: boolean;
}

const readPart = (words: readonly string[]): TimeLimit | undefined => {
  const at = words.findIndex((word) => PARTS.has(word));
  const part = PARTS.get(words[at] ?? '');
  if (part === undefined) return undefined;
  const before = words.slice(Math.max(0, at - 2), at);
  const isUntil = before.some((word) => UNTIL.has(word));
  const isFrom = before.includes('после');
  return { time: { hour: isUntil || isFrom ? part.limit : part.end, minute: 0 }, isFrom };
};

/** «До двенадцати» before «в двенадцать» before «после двенадцати». */
const readTimeLimit = (words: readonly string[]): TimeLimit | undefined => {
  const found = words.flatMap((word, at) => {
    const time = clockTimeAt(words, at);
    return time === undefined ? [] : [{ word, time }];
  });
  const until = found.find(({ word }) => UNTIL.has(word)) ?? found.find(({ word }) => !FROM.has(word));
  const chosen = until ?? found[0];
  if (chosen === undefined) return readPart(words);
  return { time: chosen.time, isFrom: until === undefined };
};

/** «В восемь», said in the afternoon, is this evening. */
const nextSuchTime = (time: ClockTime, now: DateTime): DateTime => {
  const today = atHour(now, time);
  if (today > now) return today;
  const evening = { ...time, hour: time.hour + NOON };
  if (time.hour < NOON && evening.hour <= LATEST_HOUR && atHour(now, evening) > now)
    return atHour(now, evening);
  return today.plus({ days: 1 });
};

const limitOn = ({ time, isFrom }: TimeLimit, day: DateTime | undefined, now: DateTime): Deadline => {
  const isDaySaid = day !== undefined;
  const at = day === undefined || day.hasSame(now, 'day') ? nextSuchTime(time, now) : atHour(day, time);
  if (isFrom) {
    const evening = eveningOf(at, now);
    const soonest = at.plus({ hours: HOURS_AFTER });
    const isTimeSaid = soonest > evening;
    return { at: isTimeSaid ? soonest : evening, isTimeSaid, isDaySaid };
  }
  const isOver = at <= now || (day?.hasSame(now, 'day') === true && !at.hasSame(now, 'day'));
  return isOver ? wholeDay(day ?? now, now) : { at, isTimeSaid: true, isDaySaid };
};

const isShort = (delay: NonNullable<ReturnType<typeof readDelay>>): boolean =>
  delay.minutes !== undefined || delay.hours !== undefined;

/** The day that the words name: a date before a weekday beside it («в понедельник двадцать первого»). */
const dayOf = (words: readonly string[], clock: Clock): DateTime | undefined => {
  const day = readWeek(words, clock) ?? readDay(words, clock);
  const date = readBareDate(words, clock);
  return day === undefined || date?.weekday === day.weekday ? (date ?? readWholeMonth(words, clock)) : day;
};

/**
 * Until when a promise has to be kept, as its words say: «до двенадцати», «в течение часа», «завтра», «утром». Generous
 * where words are vague: who judges people gives them the whole morning, afternoon or day.
 * @param words normalised (lower case, ё as е), one sentence
 * @param clock the moment of the call in the clinic's zone; asked only when the words name something
 * @returns undefined when the words name no moment
 */
export const readDeadline = (words: readonly string[], clock: Clock): Deadline | undefined => {
  const said = atLatest(withoutRanges(inPlainWords(words.slice(0, MAX_WORDS))));
  const delay = readDelay(said);
  if (delay !== undefined && isShort(delay))
    return { at: clock().plus(delay), isTimeSaid: true, isDaySaid: true };
  const named = dayOf(said, clock);
  const day = named ?? (delay === undefined ? undefined : clock().plus(delay));
  const limit = readTimeLimit(said);
  if (limit !== undefined) return limitOn(limit, day, clock());
  return day === undefined ? undefined : wholeDay(day, clock());
};
