import { KOPECKS_IN_RUBLE } from '@perezvon/contracts';
import type { Html } from './html.js';
import type { Translate } from './translate.js';

/** An amount as it is shown: `1 500 ₽`, `1 500,50 ₽`. @param kopecks whole, 0 or more */
export const moneyWords = (kopecks: number, t: Translate): Html =>
  t('money', { rubles: kopecks / KOPECKS_IN_RUBLE, hasKopecks: String(kopecks % KOPECKS_IN_RUBLE !== 0) });
