import type { Range, Word } from './words.js';
import { isNumberWord } from './numbers.js';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;

/** Written addresses of mail. */
export const emails = (text: string): Range[] =>
  [...text.matchAll(EMAIL)].map(({ 0: mail, index }) => ({ start: index, end: index + mail.length }));

const AT_SIGN = /^собак\p{L}*$|^собачк\p{L}*$/u;
/** «Широкая нет ширяева собака почта точка ру»: words before the sign, and after it up to the country. */
const BEFORE_AT = 4;
const AFTER_AT = 5;

/** Spoken addresses of mail: a «собака» with a «точка» soon after it. */
export const spokenEmails = (words: readonly Word[]): Range[] =>
  words.flatMap((word, at) => {
    if (!AT_SIGN.test(word.lower)) return [];
    const after = words.slice(at, at + AFTER_AT);
    const dot = after.findIndex(({ lower }) => lower === 'точка');
    if (dot < 0) return [];
    return [
      {
        start: words[Math.max(0, at - BEFORE_AT)]?.start ?? word.start,
        end: (after[dot + 1] ?? after[dot] ?? word).end,
      },
    ];
  });

const STREET =
  /^(?:улиц[аеуы]|ул|проспект[аеу]?|переул\p{L}+|шоссе|бульвар[аеу]?|набережн\p{L}+|проезд[аеу]?|площад[ьи]|микрорайон[аеу]?)$/u;
const DWELLING = /^(?:дом[ае]?|квартир[аеуы]|кв|корпус[ае]?|строение|подъезд[ае]?|домофон)$/u;
const ADDRESS_WORDS = 3;

const upToNumbers = (words: readonly Word[], from: number): Word | undefined => {
  let last: Word | undefined;
  for (const word of words.slice(from, from + 2 * ADDRESS_WORDS)) {
    if (!isNumberWord(word.lower) && !DWELLING.test(word.lower)) break;
    last = word;
  }
  return last;
};

/** «Улица Садовая пять», «дом двенадцать квартира сорок». */
export const addresses = (words: readonly Word[]): Range[] =>
  words.flatMap((word, at) => {
    const isStreet = STREET.test(word.lower);
    if (!isStreet && !DWELLING.test(word.lower)) return [];
    const name = isStreet ? words[at + 1] : undefined;
    const last = upToNumbers(words, at + (name === undefined ? 1 : 2)) ?? name;
    return last === undefined ? [] : [{ start: word.start, end: last.end }];
  });

const WHERE = /^(?:адрес\p{L}*|прожива\p{L}+|прописк\p{L}+|живете|почт[ауы]|мейл|имейл|email)$/u;
const ASKS =
  /^(?:какой|какая|какую|скажите|подскажите|назовите|продиктуйте|диктуйте|говорите|напишите|ваш|вашу|ваша|где|куда)$/u;
const NUMBERED =
  /^(?:рожд\p{L}+|год|возраст|полис\p{L}*|паспорт\p{L}*|снилс|телефон\p{L}*|номер\p{L}*|инн|карт[аыу])$/u;

/** Whether a turn asks where somebody lives or gets mail. */
export const asksForAddress = (words: readonly Word[], text: string): boolean =>
  words.some(({ lower }) => WHERE.test(lower)) &&
  (text.includes('?') || words.some(({ lower }) => ASKS.test(lower)));

/** Whether a turn asks for a date of birth, a phone or the number of a document. */
export const asksForNumber = (words: readonly Word[]): boolean =>
  words.some(({ lower }) => NUMBERED.test(lower));
