import { z } from 'zod';

/** Sums are whole kopecks everywhere; people read and type rubles. */
export const KOPECKS_IN_RUBLE = 100;

/** What a client's booking brings on average, in kopecks: 1 to 1,000,000 rubles. */
export const AverageBooking = z
  .int()
  .min(KOPECKS_IN_RUBLE)
  .max(1_000_000 * KOPECKS_IN_RUBLE);
export type AverageBooking = z.infer<typeof AverageBooking>;
