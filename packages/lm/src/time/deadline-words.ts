import { WEEKDAY_FORMS } from './calendar-words.js';
import { FIRST_BARE_MINUTE, HOUR_WORDS } from './clock-time.js';
import { readCardinal } from './numbers.js';

/** Ways to say something, with the plain one. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/ завтрашн(?:его|ему|ий)(?= )/gu, ' завтра'],
  [/ сегодняшн(?:его|ий)(?= )/gu, ' сегодня'],
  [/ ближайш(?:ий|ие|его|их)(?= )/gu, ' течение'],
  [/ пределах(?= )/gu, ' течение'],
  [/ дайте (?:мне |нам )?/gu, ' через '],
  [/ (?:до |к |ко |в )?(?:кон(?:ца|цу|це)|течени[еи]) (?:рабочего )?дня(?= )/gu, ' сегодня'],
  [/ после завтра(?= )/gu, ' послезавтра'],
  [/ через полгода(?= )/gu, ' через шесть месяцев'],
  [/ через год(?= )/gu, ' через двенадцать месяцев'],
  [/ на днях(?= )/gu, ' через несколько дней'],
  [/ первой половине дня(?= )/gu, ' до обеда'],
];

/** «До конца рабочего дня» is «сегодня», «завтрашнего» is «завтра», «дайте мне час» is «через час». */
export const inPlainWords = (words: readonly string[]): string[] =>
  PLAIN.reduce((said, [way, plain]) => said.replace(way, plain), ` ${words.join(' ')} `)
    .trim()
    .split(' ');

/** Words after which two numbers may be two hours. */
const BEFORE_HOUR: ReadonlySet<string> = new Set(['в', 'до', 'к', 'с', 'после', 'около', 'районе']);
/** An hour and the next ones («три-четыре», «десять-двенадцать»); farther apart it is an hour and its minutes. */
const WIDEST_RANGE_HOURS = 3;
const LAST_HOUR_OF_HALF = 12;
const MINUTE_STEP = 5;

/** Whether of two numbers the second one is a later hour, and not the minutes of the first. */
const isLaterHour = (one: number, other: number, next: string | undefined): boolean => {
  if (HOUR_WORDS.has(next ?? '')) return true;
  const apart = other - one;
  if (apart < 1 || apart > WIDEST_RANGE_HOURS) return false;
  const areMinutes = other >= FIRST_BARE_MINUTE && other % MINUTE_STEP === 0;
  return !areMinutes || (apart === 1 && other <= LAST_HOUR_OF_HALF);
};

const DIGITS = /^\d+$/u;

/** «В четыре-пять часов»: the later of the two. */
export const withoutHourRanges = (words: readonly string[]): string[] =>
  words.filter((word, at) => {
    if (!BEFORE_HOUR.has(words[at - 1] ?? '')) return true;
    const one = readCardinal(words, at);
    const other = readCardinal(words, at + 1);
    if (one?.length !== 1 || other === undefined || one.value === 0) return true;
    const next = words[at + 1 + other.length];
    const isWritten = DIGITS.test(word) && !HOUR_WORDS.has(next ?? '');
    return isWritten || !isLaterHour(one.value, other.value, next);
  });

const DAYS: ReadonlySet<string> = new Set(['сегодня', 'завтра', 'послезавтра', ...WEEKDAY_FORMS.keys()]);
/** «Сегодня-завтра», «в среду или в четверг». */
const BETWEEN_DAYS = 3;

/** From the last of several days on that are named together: it is the one that breaks the promise. */
export const fromLastDay = (words: readonly string[]): readonly string[] => {
  const days = words.flatMap((word, at) => (DAYS.has(word) ? [at] : []));
  const last = days.findLast((at, place) => {
    const before = days[place - 1];
    if (before === undefined || words[at] === 'сегодня') return false;
    return at - before <= BETWEEN_DAYS || (words[before] === 'сегодня' && words[at] === 'завтра');
  });
  return words.slice(last ?? 0);
};

/** «Крайний срок завтра утром»: what follows is the deadline. */
const AT_LATEST: ReadonlySet<string> = new Set(['крайний', 'крайнем', 'край', 'срок']);
/** «Максимум полчаса» is a length before it is an hour. */
const AT_MOST = 'максимум';
/** «Не позднее двух»; «чуть позже» is no deadline. */
const LATER: ReadonlySet<string> = new Set(['позднее', 'позже']);
const NOT_LATER: ReadonlySet<string> = new Set(['не', 'самое']);

/**
 * What follows the last words that name a deadline as one, with the words that would say the same elsewhere: «через», «до».
 * @returns the likelier first; [] when no words do
 */
export const waysToSayLatest = (words: readonly string[]): readonly (readonly string[])[] => {
  const at = words.findLastIndex(
    (word, place) =>
      word === AT_MOST || AT_LATEST.has(word) || (LATER.has(word) && NOT_LATER.has(words[place - 1] ?? '')),
  );
  if (at < 0 || at === words.length - 1) return [];
  const after = words.slice(at + 1);
  return [...(words[at] === AT_MOST ? [['через', ...after]] : []), ['до', ...after]];
};
