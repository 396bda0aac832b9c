import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { ClinicDate, HoursDays, OpenSpan } from '../domain/clinic-hours.js';

/** One thing about the clinic's hours; a span that is null means closed. */
export const ClinicHoursChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('days'), days: HoursDays, span: OpenSpan.nullable() }),
  z.object({ what: z.literal('holidays'), worksOnHolidays: z.boolean() }),
  /** A day that is unlike its weekday. */
  z.object({ what: z.literal('special'), date: ClinicDate, span: OpenSpan.nullable() }),
  /** It is a day like others after all. */
  z.object({ what: z.literal('usual'), date: ClinicDate }),
]);
export type ClinicHoursChange = z.infer<typeof ClinicHoursChange>;

/** «🕘 Часы работы»: when people work at the clinic. */
export const settingsSetHours = defineIntent({
  type: 'settings.set_hours',
  version: 1,
  owner: 'bot-gateway',
  permission: 'settings.manage',
  payload: z.object({ change: ClinicHoursChange }),
  subject: (): Subject => ({ kind: 'setting', id: 'hours' }),
  refusals: ['settings.never_open', 'settings.already_so', 'settings.too_many_days', 'settings.day_is_over'],
});
