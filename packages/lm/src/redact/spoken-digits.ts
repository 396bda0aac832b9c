import { NUMBER_WORDS } from '../text/number-words.js';

const DIGITS = /^\d+$/u;
/** «Два нуля», «три семёрки»: how often which digit. */
const REPEATED: Readonly<Record<string, string>> = {
  нуля: '0',
  ноля: '0',
  нулей: '0',
  единицы: '1',
  двойки: '2',
  тройки: '3',
  четверки: '4',
  пятерки: '5',
  шестерки: '6',
  семерки: '7',
  восьмерки: '8',
  девятки: '9',
};
/** Two, three or four of one digit; more nobody says. */
const MIN_REPEATS = 2;
const MAX_REPEATS = 4;
const HUNDRED = 100;
const TEN = 10;
const LAST_TEEN = 19;

/** Whether a word can be part of a number that is said digit by digit or in groups. */
export const isDigitWord = (lower: string): boolean =>
  DIGITS.test(lower) || NUMBER_WORDS.has(lower) || Object.hasOwn(REPEATED, lower);

/** Whether `next` goes on with the group that stands at `sum`: «сто» + «двадцать» + «три», never «три» + «двадцать». */
const goesOn = (sum: number, next: number): boolean => {
  if (sum === 0 || next === 0) return false;
  if (sum % HUNDRED === 0) return next < HUNDRED;
  return sum % TEN === 0 && sum % HUNDRED > LAST_TEEN && next < TEN;
};

/** «Сорок два нуля»: the word that counts ends its group. @returns what is left of the group, and the digits after it */
const repeated = (sum: number | null, digit: string): string[] => {
  const before = sum ?? 0;
  const times = before % TEN;
  const isTeen = before % HUNDRED === times + TEN;
  if (times < MIN_REPEATS || times > MAX_REPEATS || isTeen)
    return [...(sum === null ? [] : [String(sum)]), digit];
  return [...(before === times ? [] : [String(before - times)]), digit.repeat(times)];
};

/** What has been read, and the group that may still go on. */
interface Reading {
  groups: readonly string[];
  sum: number | null;
}

const closed = ({ groups, sum }: Reading): readonly string[] =>
  sum === null ? groups : [...groups, String(sum)];

/** The readings of one more word: «сто», «тридцать один» may be 131, or 100 and 31. The longest group comes first. */
const readOn = (reading: Reading, word: string): Reading[] => {
  const { groups, sum } = reading;
  const value = NUMBER_WORDS.get(word);
  const digit = REPEATED[word];
  if (digit !== undefined) return [{ groups: [...groups, ...repeated(sum, digit)], sum: null }];
  if (value === undefined)
    return [{ groups: [...closed(reading), ...(DIGITS.test(word) ? [word] : [])], sum: null }];
  const apart = { groups: closed(reading), sum: value };
  return sum !== null && goesOn(sum, value) ? [{ groups, sum: sum + value }, apart] : [apart];
};

/** More readings than any number has that people dictate. */
const MAX_READINGS = 256;

/**
 * The groups of digits that number words can mean when they are dictated: «девятьсот шестнадцать ноль ноль сорок пять»
 * is 916 0 0 45, or 900 16 0 0 45, or 916 0 0 40 5 …; the reading with the longest groups comes first. A word that is no
 * `isDigitWord` ends a group and is nothing itself.
 * @param words in small letters, «ё» as «е»
 * @returns at least one reading, at most `MAX_READINGS`
 */
export const dictatedGroups = (words: readonly string[]): (readonly string[])[] => {
  let readings: Reading[] = [{ groups: [], sum: null }];
  for (const word of words)
    readings = readings.flatMap((reading) => readOn(reading, word)).slice(0, MAX_READINGS);
  return readings.map(closed);
};
