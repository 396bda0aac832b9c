import { z } from 'zod';

/** What a client's booking brings on average, in kopecks: 1 to 1,000,000 rubles. */
export const AverageBooking = z.int().min(100).max(100_000_000);
export type AverageBooking = z.infer<typeof AverageBooking>;
