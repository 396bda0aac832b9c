import { z } from 'zod';

/** A time of day on the clinic's clock, in minutes after midnight. */
export const MinuteOfDay = z.int().min(0).max(1_439);
export type MinuteOfDay = z.infer<typeof MinuteOfDay>;

/** From which danger (see `dangerOf`) a red call is told at once: all of them, the grave ones, the gravest. */
export const ALERT_THRESHOLDS = [60, 75, 90] as const;
export const AlertThreshold = z.literal(ALERT_THRESHOLDS);
export type AlertThreshold = z.infer<typeof AlertThreshold>;

/** Messages about red calls a clinic day. Nobody reads more than fifty. */
export const DailyBudget = z.int().min(1).max(50);
export type DailyBudget = z.infer<typeof DailyBudget>;
