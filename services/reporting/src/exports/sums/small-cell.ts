import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import type { Cell } from '../table.js';
import type { Words } from '../texts.js';

/**
 * A figure with the number of calls it is taken over; «мало данных» where those are too few: they tell of people, not of
 * the work. The one place where exports of sums hide anything.
 */
export const overBase =
  (words: Words) =>
  (base: number, figure: number | null): Cell =>
    base < MIN_CALLS_TO_COMPARE ? words('export-too-few') : figure;
