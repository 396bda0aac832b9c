import type { DateTime } from 'luxon';
import { clockTimeAt, type ClockTime } from './clock-time.js';
import { readLastDay } from './deadline-day.js';
import { fromLastDay, inPlainWords, waysToSayLatest, withoutHourRanges } from './deadline-words.js';
import { readDelay, type Delay } from './delay.js';
import type { Clock } from './moment.js';

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
/** Who says «утром» later than that means the next one. */
const MORNING_GOES_UNTIL = 10;
/** Monday to Friday, where working days are said. */
const WORKING_WEEKDAYS = 5;

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

type HourOfDay = Pick<ClockTime, 'hour' | 'minute'>;

const atHour = (day: DateTime, { hour, minute }: HourOfDay): DateTime =>
  day.set({ hour, minute, second: 0, millisecond: 0 });

/** The evening of a day; the end of the day itself when the evening is over. */
const eveningOf = (day: DateTime, now: DateTime): DateTime => {
  const evening = atHour(day, { hour: DAY_END_HOUR, minute: 0 });
  return evening > now ? evening : day.plus({ days: 1 }).startOf('day');
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

interface TimeLimit {
  readonly time: ClockTime;
  /** «После трёх» begins then: it ends with the day. */
  readonly isFrom: boolean;
  /** «Утром», without an hour. */
  readonly isMorning: boolean;
}

const readPart = (words: readonly string[]): TimeLimit | undefined => {
  const at = words.findIndex((word) => PARTS.has(word));
  const part = PARTS.get(words[at] ?? '');
  if (part === undefined) return undefined;
  const before = words.slice(Math.max(0, at - 2), at);
  const isUntil = before.some((word) => UNTIL.has(word));
  const isFrom = before.includes('после');
  const hour = isUntil || isFrom ? part.limit : part.end;
  return { time: { hour, minute: 0, isHalfSaid: true }, isFrom, isMorning: part === MORNING };
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
  return { time: chosen.time, isFrom: until === undefined, isMorning: false };
};

/** «В восемь», said in the afternoon, is this evening; «утром», said at noon, is the next morning. */
const nextSuchTime = ({ time, isMorning }: TimeLimit, now: DateTime): DateTime => {
  const today = atHour(now, time);
  const tomorrow = today.plus({ days: 1 });
  if (isMorning && now.hour >= MORNING_GOES_UNTIL) return tomorrow;
  if (today > now) return today;
  const evening = atHour(now, { ...time, hour: time.hour + NOON });
  const canBeEvening = !time.isHalfSaid && time.hour < NOON && time.hour + NOON <= LATEST_HOUR;
  return canBeEvening && evening > now ? evening : tomorrow;
};

const onDay = (limit: TimeLimit, day: DateTime | undefined, now: DateTime): DateTime => {
  if (day === undefined) return nextSuchTime(limit, now);
  return day.hasSame(now, 'day')
    ? nextSuchTime({ ...limit, isMorning: false }, now)
    : atHour(day, limit.time);
};

const limitOn = (limit: TimeLimit, day: DateTime | undefined, now: DateTime): Deadline => {
  const isDaySaid = day !== undefined;
  const at = onDay(limit, day, now);
  if (limit.isFrom) {
    const evening = eveningOf(at, now);
    const soonest = at.plus({ hours: HOURS_AFTER });
    const isTimeSaid = soonest > evening;
    return { at: isTimeSaid ? soonest : evening, isTimeSaid, isDaySaid };
  }
  const isOver = at <= now || (day?.hasSame(now, 'day') === true && !at.hasSame(now, 'day'));
  return isOver ? wholeDay(day ?? now, now) : { at, isTimeSaid: true, isDaySaid };
};

/** What the words say of when, each undefined where they do not. */
interface When {
  readonly delay: Delay | undefined;
  readonly day: DateTime | undefined;
  readonly limit: TimeLimit | undefined;
}

const readWhen = (words: readonly string[], clock: Clock): When => ({
  delay: readDelay(words),
  day: readLastDay(words, clock),
  limit: readTimeLimit(words),
});

const isNothing = ({ delay, day, limit }: When): boolean =>
  delay === undefined && day === undefined && limit === undefined;

/** What is said last of when; a time that is a limit keeps the day that was said before it. */
const readLastWhen = (words: readonly string[], clock: Clock): When => {
  const all = readWhen(fromLastDay(words), clock);
  const latest = waysToSayLatest(words)
    .map((way) => readWhen(fromLastDay(way), clock))
    .find((when) => !isNothing(when));
  return latest === undefined ? all : { ...latest, day: latest.day ?? all.day };
};

/** «Двух рабочих дней»: as many from Monday to Friday. */
const plusWorkingDays = (from: DateTime, days: number): DateTime => {
  let day = from;
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday <= WORKING_WEEKDAYS) left -= 1;
  }
  return day;
};

const isShort = ({ latest: { minutes, hours } }: Delay): boolean =>
  minutes !== undefined || hours !== undefined;

const dayAfter = ({ latest }: Delay, words: readonly string[], now: DateTime): DateTime =>
  latest.days !== undefined && words.includes('рабочих')
    ? plusWorkingDays(now, latest.days)
    : now.plus(latest);

/**
 * Until when a promise has to be kept, as its words say: «до двенадцати», «в течение часа», «завтра», «утром». Generous
 * where words are vague: who judges people gives them the whole morning, afternoon or day, and of several times the last.
 * @param words normalised (lower case, ё as е), one sentence
 * @param clock the moment of the call in the clinic's zone; asked only when the words name something
 * @returns undefined when the words name no moment
 */
export const readDeadline = (words: readonly string[], clock: Clock): Deadline | undefined => {
  const said = withoutHourRanges(inPlainWords(words.slice(0, MAX_WORDS)));
  const { delay, day: named, limit } = readLastWhen(said, clock);
  if (delay !== undefined && isShort(delay))
    return { at: clock().plus(delay.latest), isTimeSaid: true, isDaySaid: true };
  const day = named ?? (delay === undefined ? undefined : dayAfter(delay, said, clock()));
  if (limit !== undefined) return limitOn(limit, day, clock());
  return day === undefined ? undefined : wholeDay(day, clock());
};
