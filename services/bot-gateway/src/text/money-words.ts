import type { Html } from './html.js';
import type { Translate } from './translate.js';

const KOPECKS = 100;

/** An amount as it is shown: `1 500 ₽`, `1 500,50 ₽`. @param kopecks whole, 0 or more */
export const moneyWords = (kopecks: number, t: Translate): Html =>
  t('money', { rubles: kopecks / KOPECKS, hasKopecks: String(kopecks % KOPECKS !== 0) });
