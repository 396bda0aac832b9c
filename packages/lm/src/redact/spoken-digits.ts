/** Number words by what they stand for. */
const WORDS: Readonly<Record<string, number>> = {
  ноль: 0,
  нуль: 0,
  один: 1,
  одна: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
};
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
  DIGITS.test(lower) || Object.hasOwn(WORDS, lower) || Object.hasOwn(REPEATED, lower);

/** Whether `next` goes on with the group that stands at `sum`: «сто» + «двадцать» + «три», never «три» + «двадцать». */
const goesOn = (sum: number, next: number): boolean => {
  if (sum === 0 || next === 0) return false;
  if (sum % HUNDRED === 0) return next < HUNDRED;
  return sum % TEN === 0 && sum % HUNDRED > LAST_TEEN && next < TEN;
};

/**
 * The digits of number words as they are dictated: «девятьсот шестнадцать ноль ноль сорок пять» is 916 00 45. Words are
 * joined to the greatest number that they can make; a word that is no `isDigitWord` is skipped.
 * @param words in small letters, «ё» as «е»
 */
export const dictatedDigits = (words: readonly string[]): string => {
  let digits = '';
  let sum: number | null = null;
  const close = (): void => {
    digits += sum === null ? '' : String(sum);
    sum = null;
  };
  /** «Сорок два нуля»: the group ends before the word that counts. */
  const repeat = (digit: string): void => {
    const times = sum === null ? 0 : sum % TEN;
    const isCounted = times >= MIN_REPEATS && times <= MAX_REPEATS && (sum ?? 0) % HUNDRED !== times + TEN;
    if (isCounted) sum = sum === times ? null : (sum ?? 0) - times;
    close();
    digits += digit.repeat(isCounted ? times : 1);
  };
  for (const word of words) {
    const value = WORDS[word];
    const digit = REPEATED[word];
    if (digit !== undefined) repeat(digit);
    else if (value === undefined) {
      close();
      if (DIGITS.test(word)) digits += word;
    } else if (sum !== null && goesOn(sum, value)) sum += value;
    else {
      close();
      sum = value;
    }
  }
  close();
  return digits;
};
