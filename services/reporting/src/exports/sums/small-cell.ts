import type { Cell } from '../table.js';
import type { Words } from '../texts.js';

/**
 * Fewer calls than this tell of people, not of the work: what is counted over them is not written down. The one place
 * where exports of sums hide anything.
 */
export const MIN_BASE = 30;

/** A figure with the number of calls it is taken over; «мало данных» where those are too few. */
export const overBase =
  (words: Words) =>
  (base: number, figure: number | null): Cell =>
    base < MIN_BASE ? words('export-too-few') : figure;
