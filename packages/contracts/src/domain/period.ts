import { z } from 'zod';

/** The periods that a person can choose, in clinic days. */
export const PERIOD_DAYS = [7, 14, 30] as const;
export const PeriodDays = z.literal(PERIOD_DAYS);
export type PeriodDays = z.infer<typeof PeriodDays>;
