import type { DurationLikeObject } from 'luxon';
import { readCardinal } from './numbers.js';

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^минут/u, 'minutes'],
  [/^час/u, 'hours'],
  [/^(?:день|дня|дней|дни|денек|денька|деньков|сутки|суток)$/u, 'days'],
  [/^недел/u, 'weeks'],
  [/^месяц/u, 'months'],
];
/** To tell which of two is longer; a month is never near to four weeks in what people say. */
const MINUTES_IN: Readonly<Record<Unit, number>> = {
  minutes: 1,
  hours: 60,
  days: 1_440,
  weeks: 10_080,
  months: 43_200,
};
const HALF = 0.5;
/** «Час двадцать» is an hour and so many minutes, «час-два» an hour or two. */
const FEWEST_MINUTES_AFTER_HOUR = 10;
/** «Несколько», «ближайшие дни»: what nobody would call late. */
const SEVERAL = 7;

const BEGINS: ReadonlySet<string> = new Set(['через', 'течение', 'течении']);
const HALF_HOURS: ReadonlySet<string> = new Set(['полчаса', 'получаса', 'полчасика']);
/** Amounts that are no cardinal numbers. */
const AMOUNTS: ReadonlyMap<string, number> = new Map([
  ['полтора', 1.5],
  ['полторы', 1.5],
  ['полутора', 1.5],
  ['тройку', 3],
  ['тройки', 3],
  ['несколько', SEVERAL],
  ['нескольких', SEVERAL],
]);
/** «Час-другой», «неделю-другую». */
const ANOTHER: ReadonlySet<string> = new Set(['другой', 'другую']);
const TWO = 2;
/** What stands between the parts of an amount and says nothing of it. */
const BETWEEN: ReadonlySet<string> = new Set(
  'буквально примерно где то около каких какие нибудь максимум ну еще так и или рабочих рабочего рабочие календарных полных'.split(
    ' ',
  ),
);
/** «В ближайшие дни»: units that stand for some of them. */
const SOME: ReadonlySet<string> = new Set(['дни', 'часы']);
/** «Минут двадцать», «дней пять»: units that say nothing without their number. */
const LEADING = /^(?:минут|минуток|минуточек|часов|часиков|дней|деньков|недель|месяцев)$/u;
/** More parts no amount has. */
const MAX_PARTS = 8;
/** «Минут через двадцать», «минут так через двадцать»: the unit stands so many words before. */
const UNIT_BEFORE = 2;

/** How long until something, as people say it: from the soonest to the latest («минут через пять-десять»). */
export interface Delay {
  readonly soonest: DurationLikeObject;
  readonly latest: DurationLikeObject;
}

const unitOf = (word: string | undefined): Unit | undefined =>
  UNITS.find(([pattern]) => pattern.test(word ?? ''))?.[1];

/** A number, or a unit with how many of it it stands for alone; null: it only leads its number. */
type Part = { readonly count: number } | { readonly unit: Unit; readonly alone: number | null };

interface ReadPart {
  readonly parts: readonly Part[];
  /** Words it took. */
  readonly length: number;
}

const isHalfAfter = (words: readonly string[], at: number): boolean =>
  words[at] === 'с' && words[at + 1] === 'половиной';

const readCount = (words: readonly string[], at: number): ReadPart | undefined => {
  const amount = AMOUNTS.get(words[at] ?? '');
  if (amount !== undefined) return { parts: [{ count: amount }], length: 1 };
  const number = readCardinal(words, at);
  if (number === undefined || number.value === 0) return undefined;
  return isHalfAfter(words, at + number.length)
    ? { parts: [{ count: number.value + HALF }], length: number.length + 2 }
    : { parts: [{ count: number.value }], length: number.length };
};

const readPart = (words: readonly string[], at: number): ReadPart | undefined => {
  const word = words[at] ?? '';
  if (HALF_HOURS.has(word)) return { parts: [{ count: HALF }, { unit: 'hours', alone: 1 }], length: 1 };
  if (ANOTHER.has(word)) return { parts: [{ count: TWO }], length: 1 };
  const unit = unitOf(word);
  if (unit === undefined) return readCount(words, at);
  return { parts: [{ unit, alone: LEADING.test(word) ? null : SOME.has(word) ? SEVERAL : 1 }], length: 1 };
};

/** The parts of an amount that stand together, from a word on. */
const partsFrom = (words: readonly string[], from: number): Part[] => {
  const parts: Part[] = [];
  let at = from;
  while (at < words.length && parts.length < MAX_PARTS) {
    const read = readPart(words, at);
    if (read !== undefined) parts.push(...read.parts);
    else if (!BETWEEN.has(words[at] ?? '')) break;
    at += read?.length ?? 1;
  }
  return parts;
};

/** One of the lengths that were said: one unit, the fewest and the most of it. */
interface Amount {
  readonly unit: Unit;
  readonly counts: readonly number[];
}

/** Numbers belong to the unit after them («пять-десять минут»), else to the one before («минут пять-десять»). */
const amountsOf = (parts: readonly Part[], unitBefore: Unit | undefined): Amount[] => {
  const amounts: Amount[] = [];
  let counts: number[] = [];
  let last = unitBefore;
  for (const part of parts) {
    if ('count' in part) {
      counts.push(part.count);
      continue;
    }
    const { unit, alone } = part;
    if (counts.length > 0) amounts.push({ unit, counts });
    else if (alone !== null) amounts.push({ unit, counts: [alone] });
    last = unit;
    counts = [];
  }
  if (counts.length === 0 || last === undefined) return amounts;
  const isAfterHour = last === 'hours' && counts.every((count) => count >= FEWEST_MINUTES_AFTER_HOUR);
  const isRest = isAfterHour && amounts.length > 0;
  return [...amounts, { unit: isRest ? 'minutes' : last, counts }];
};

/** «Два часа тридцать минут» is one length; «час-полтора» are two. */
const joined = (amounts: readonly Amount[], choose: (...counts: number[]) => number): DurationLikeObject[] =>
  amounts.reduce<DurationLikeObject[]>((lengths, { unit, counts }, at) => {
    const count = choose(...counts);
    const before = lengths.at(-1);
    return unit === 'minutes' && amounts[at - 1]?.unit === 'hours' && before !== undefined
      ? [...lengths.slice(0, -1), { ...before, minutes: count }]
      : [...lengths, { [unit]: count }];
  }, []);

const minutesOf = (length: DurationLikeObject): number =>
  UNITS.reduce((sum, [, unit]) => sum + (length[unit] ?? 0) * MINUTES_IN[unit], 0);

/** How long the amount is that begins at this very word; undefined when none does. */
const amountAt = (words: readonly string[], at: number, unitBefore?: Unit): Delay | undefined => {
  const amounts = amountsOf(partsFrom(words, at), unitBefore);
  const byLength = (choose: (...counts: number[]) => number): DurationLikeObject[] =>
    joined(amounts, choose).toSorted((one, other) => minutesOf(one) - minutesOf(other));
  const [soonest, latest] = [byLength(Math.min)[0], byLength(Math.max).at(-1)];
  return soonest === undefined || latest === undefined ? undefined : { soonest, latest };
};

const unitBefore = (words: readonly string[], at: number): Unit | undefined =>
  words
    .slice(Math.max(0, at - UNIT_BEFORE), at)
    .map((word) => unitOf(word))
    .findLast((unit) => unit !== undefined);

/** «через час», «минут через двадцать», «в течение двух дней»; undefined when no words say how long. */
export const readDelay = (words: readonly string[]): Delay | undefined => {
  for (let at = 0; at < words.length; at += 1) {
    if (!BEGINS.has(words[at] ?? '')) continue;
    const delay = amountAt(words, at + 1, unitBefore(words, at));
    if (delay !== undefined) return delay;
  }
  return undefined;
};
