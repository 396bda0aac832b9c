import type { Range, Word } from './words.js';

const CARDINAL =
  /^(?:\d+|ноль|нуль|ноля|од(?:ин|на|но|ну)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцать|двадцать|тридцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто|сто|двести|(?:три|четыре)ста|(?:пять|шесть|семь|восемь|девять)сот|тысяча|тысячи)$/u;
const ORDINAL =
  /^(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат|двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|двухтысячн)(?:ый|ой|ий|ое|ье|ого|ьего|его|ом|ым|ему)$/u;
const MONTH = /^(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)[яьае]?$|^ма[йя]$/u;

export const isNumberWord = (lower: string): boolean => CARDINAL.test(lower) || ORDINAL.test(lower);
const isDatePart = (lower: string): boolean =>
  isNumberWord(lower) || MONTH.test(lower) || /^год[ау]?$/u.test(lower);

/** Phones, cards, policies and dates of birth have at least this many digits; prices fewer. */
const MIN_DIGITS = 7;
const DIGIT_RUN = /\+?\d(?:[\s().\-–—/]{0,3}\d)*/gu;
const DIGITS_ONLY = /^\d+$/u;

/** A spoken phone takes at least this many number words («девятьсот шестнадцать двести …»); a time or a price fewer. */
const MIN_NUMBER_WORDS = 6;
const MIN_YEAR_WORDS = 3;
const THOUSAND = /^(?:тысяча|тысячи)$/u;

/** Written numbers that are long enough to be a phone, a card, a policy or a date of birth. */
export const digitRuns = (text: string): Range[] =>
  [...text.matchAll(DIGIT_RUN)]
    .filter(([run]) => run.replace(/\D/g, '').length >= MIN_DIGITS)
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }));

/** The longest runs of neighbouring words that all fit. */
const runsOf = (words: readonly Word[], fits: (word: Word) => boolean, atLeast: number): Word[][] => {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (fits(word)) runs.at(-1)?.push(word);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter(({ length }) => length >= atLeast);
};

const rangeOf = (run: readonly Word[]): Range => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 });

/** The same spoken: the words of a long number. */
export const spokenNumbers = (words: readonly Word[]): Range[] =>
  runsOf(words, ({ lower }) => CARDINAL.test(lower) && !THOUSAND.test(lower), MIN_NUMBER_WORDS).map(rangeOf);

/** Every number and date of an answer to a question about them, however short. */
export const allNumbers = (words: readonly Word[]): Range[] =>
  runsOf(words, ({ lower }) => isDatePart(lower), 1).map(rangeOf);

/** «Родилась …», «… года рождения»: after or before these words stands a date of birth. */
const BIRTH = /^(?:родил\p{L}*|рожден\p{L}*)$/u;
/** «Полис», «паспорт», «карта», «телефон»: what follows is a number even when it is short. */
const DOCUMENT =
  /^(?:полис\p{L}*|паспорт\p{L}*|снилс|инн|карт[аыуе]|карточк[аиу]|телефон\p{L}*|номер\p{L}*|сери[яиюей]+|договор\p{L}*|заказ\p{L}*)$/u;
/** A number is said within so many words of what it is the number of. */
const REACH = 4;
/** «Номер два», «карта на сто» say nothing of anybody; a part of a document's number has more. */
const MIN_DOCUMENT_DIGITS = 4;
const MIN_DOCUMENT_WORDS = 3;

const isLong = (run: readonly Word[]): boolean =>
  run.length >= MIN_DOCUMENT_WORDS ||
  run.reduce((sum, { lower }) => sum + (DIGITS_ONLY.test(lower) ? lower.length : 0), 0) >=
    MIN_DOCUMENT_DIGITS;

/** «Родилась в восемьдесят пятом», «полис 7700 1234»: short numbers that the words beside them make personal. */
export const namedNumbers = (words: readonly Word[]): Range[] =>
  words.flatMap(({ lower }, at) => {
    if (BIRTH.test(lower)) return allNumbers(words.slice(Math.max(0, at - REACH), at + 2 * REACH));
    if (!DOCUMENT.test(lower)) return [];
    const after = words.slice(at, at + 2 * REACH);
    return runsOf(after, (word) => CARDINAL.test(word.lower), 1)
      .filter(isLong)
      .map(rangeOf);
  });

/** «Тысяча девятьсот девяносто третий», «две тысячи первый»: a year; the last word of a price is no ordinal. */
export const spokenYears = (words: readonly Word[]): Range[] =>
  runsOf(words, ({ lower }) => isNumberWord(lower), MIN_YEAR_WORDS)
    .filter((run) => run.some(({ lower }) => THOUSAND.test(lower)) && ORDINAL.test(run.at(-1)?.lower ?? ''))
    .map(rangeOf);
