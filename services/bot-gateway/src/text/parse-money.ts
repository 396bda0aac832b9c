import { KOPECKS_IN_RUBLE } from '@perezvon/contracts';
import { NUMBER_WORDS } from '@perezvon/lm/number-words';

const THOUSAND = 1_000;
const HALF = 0.5;
/** Digits of a part of a ruble. */
const KOPECK_DIGITS = 2;

/** `1500`, `1 500,50 ₽`, `3,5 тыс. руб.`: groups of three digits may stand apart, a part of a ruble is behind a comma or a point. */
const AMOUNT =
  /^(\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s*(тыс\.?|тысяч[аи]?|[кk])?\s*(?:₽|руб(?:\.|лей|ля|ль)?|р\.?|rub)?$/iu;

/** An amount in digits, in kopecks; null: it is none. */
const parseDigits = (text: string): number | null => {
  const [, whole, part = '', thousands] = AMOUNT.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const kopecks =
    Number(whole.replaceAll(/\D/g, '')) * KOPECKS_IN_RUBLE + Number(part.padEnd(KOPECK_DIGITS, '0'));
  return thousands === undefined ? kopecks : kopecks * THOUSAND;
};

/** «Одну тысячу» is said of sums alone. */
const WORTH: ReadonlyMap<string, number> = new Map([...NUMBER_WORDS, ['одну', 1]]);
const THOUSANDS = /^(?:тысяч[аиу]?|тыс)$/u;
const RUBLES = /^(?:₽|руб|рубл[ьяей]+|р)$/u;
const PART = /^(?:коп|копе[ей][кае]+|копеек)$/u;

/** What a following word may be worth at most: «сто двадцать пять», but no «пять шесть» and no «двадцать двенадцать». */
const roomBelow = (worth: number): number => {
  if (worth >= 100) return 99;
  return worth >= 20 ? 9 : 0;
};

/** The worth of words below a thousand, each fitting below the one before; null: they are no number. */
const belowThousand = (words: readonly string[]): number | null => {
  let room = THOUSAND - 1;
  let sum = 0;
  for (const word of words) {
    const worth = /^[1-9]\d{0,2}$/u.test(word) ? Number(word) : WORTH.get(word);
    if (worth === undefined || worth === 0 || worth > room) return null;
    room = /^\d/u.test(word) ? 0 : roomBelow(worth);
    sum += worth;
  }
  return words.length === 0 ? null : sum;
};

/** How many thousands stand before the word for them: one when nothing does. */
const thousandsOf = (words: readonly string[]): number | null => {
  if (words.length === 0) return 1;
  if (words.length === 1 && (words[0] === 'полторы' || words[0] === 'полтора')) return 1 + HALF;
  const hasHalf = words.at(-2) === 'с' && words.at(-1) === 'половиной';
  const whole = belowThousand(hasHalf ? words.slice(0, -2) : words);
  return whole === null ? null : whole + (hasHalf ? HALF : 0);
};

const GROUPS = /^(?:\d+|\d{1,3}(?: \d{3})+)$/u;
/** `1500`, `1 500`; null: not in digits. */
const digitsOf = (words: readonly string[]): number | null =>
  GROUPS.test(words.join(' ')) ? Number(words.join('')) : null;

/** A whole number in words or digits; null: it is none. */
const numberOf = (words: readonly string[]): number | null => {
  const at = words.findIndex((word) => THOUSANDS.test(word));
  if (at === -1) return digitsOf(words) ?? belowThousand(words);
  const thousands = thousandsOf(words.slice(0, at));
  const rest = words.slice(at + 1);
  const below = rest.length === 0 ? 0 : belowThousand(rest);
  return thousands === null || below === null ? null : thousands * THOUSAND + below;
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/(\d)(\p{L})/gu, '$1 $2')
    // «Тыс.», «руб.»: a point within digits is none of ours to guess about.
    .replaceAll(/\.(?=\s|$)/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '');

/** «Рубли» and «копейки» apart: `две тысячи рублей`, `1500 р 50 коп`. Without either word all of it is rubles. */
const partsOf = (words: readonly string[]): { rubles: readonly string[]; part: readonly string[] } => {
  const at = words.findIndex((word) => RUBLES.test(word));
  return at === -1 ? { rubles: words, part: [] } : { rubles: words.slice(0, at), part: words.slice(at + 1) };
};

/** Kopecks named after the rubles; null: what stands there are none. */
const kopecksOf = (words: readonly string[]): number | null => {
  if (words.length === 0) return 0;
  if (!PART.test(words.at(-1) ?? '')) return null;
  const kopecks = numberOf(words.slice(0, -1));
  return kopecks === null || kopecks >= KOPECKS_IN_RUBLE ? null : kopecks;
};

/** An amount in words, «полторы тысячи», in kopecks; null: it is none. */
const parseSpoken = (text: string): number | null => {
  const { rubles, part } = partsOf(wordsOf(text));
  const [whole, kopecks] = [numberOf(rubles), kopecksOf(part)];
  return whole === null || kopecks === null ? null : whole * KOPECKS_IN_RUBLE + kopecks;
};

/**
 * An amount of rubles as people type or say it, in kopecks.
 * @returns null: not understood, or more than a number holds exactly
 */
export const parseMoney = (text: string): number | null => {
  const amount = parseDigits(text) ?? parseSpoken(text);
  return amount !== null && Number.isSafeInteger(amount) ? amount : null;
};
