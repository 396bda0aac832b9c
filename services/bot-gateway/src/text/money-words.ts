import type { Html } from './html.js';
import type { Translate } from './translate.js';

const KOPECKS = 100;
const THOUSAND = 1_000;
/** Digits of a part of a ruble. */
const KOPECK_DIGITS = 2;

/** `1500`, `1 500,50 ₽`, `3,5 тыс. руб.`: groups of three digits may stand apart, a part of a ruble is behind a comma or a point. */
const AMOUNT =
  /^(\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s*(тыс\.?|тысяч[аи]?|[кk])?\s*(?:₽|руб(?:\.|лей|ля|ль)?|р\.?|rub)?$/iu;

/**
 * An amount of rubles as people type it, in kopecks.
 * @returns null: not understood, or more than a number holds exactly
 */
export const parseRubles = (text: string): number | null => {
  const [, whole, part = '', thousands] = AMOUNT.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const kopecks = Number(whole.replaceAll(/\D/g, '')) * KOPECKS + Number(part.padEnd(KOPECK_DIGITS, '0'));
  const amount = thousands === undefined ? kopecks : kopecks * THOUSAND;
  return Number.isSafeInteger(amount) ? amount : null;
};

/** An amount as it is shown: `1 500 ₽`, `1 500,50 ₽`. @param kopecks whole, 0 or more */
export const moneyWords = (kopecks: number, t: Translate): Html =>
  t('money', { rubles: kopecks / KOPECKS, hasKopecks: String(kopecks % KOPECKS !== 0) });
