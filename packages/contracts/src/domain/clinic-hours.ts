import { z } from 'zod';
import { MinuteOfDay } from './notification.js';

/** The end of a day on the clinic's clock, in minutes after its midnight. */
export const DAY_MINUTES = 1_440;

/** When the clinic is open on one day: from `from` until `to`, which may be midnight; it does not go over it. */
export const OpenSpan = z
  .object({ from: MinuteOfDay, to: z.int().min(1).max(DAY_MINUTES) })
  .refine(({ from, to }) => from < to, 'a day has to close after it opens');
export type OpenSpan = z.infer<typeof OpenSpan>;

/** `2026-12-31` on the clinic's calendar. */
export const ClinicDate = z.iso.date();

/** More would be another week, not special days. */
export const MAX_SPECIAL_DAYS = 60;

/** When people work at the clinic: what deadlines, reminders and escalations go by. */
export const ClinicHours = z
  .object({
    /** Monday first; null: closed. */
    week: z.array(OpenSpan.nullable()).length(7),
    /** Whether Russian public holidays are days like others. */
    worksOnHolidays: z.boolean(),
    /** Days that are unlike their weekday and stronger than a holiday; null: closed. */
    special: z
      .record(ClinicDate, OpenSpan.nullable())
      .refine((days) => Object.keys(days).length <= MAX_SPECIAL_DAYS, 'too many special days'),
  })
  .refine(({ week }) => week.some((span) => span !== null), 'the clinic has to open on one day of the week');
export type ClinicHours = Readonly<z.infer<typeof ClinicHours>>;

/** Days of the week whose hours are set together. */
export const HOURS_DAYS = [
  'workdays',
  'weekend',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const HoursDays = z.enum(HOURS_DAYS);
export type HoursDays = z.infer<typeof HoursDays>;
