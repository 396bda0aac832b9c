import { HoursDays, OpenSpan } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** 31 December 2099 as a `DayNumber`: bounds how long a day is in a button. */
const LAST_DAY = 47_481;
export const ClinicDay = z.int().min(0).max(LAST_DAY);

/** «🕘 Часы работы»: everybody reads them, who may manage settings changes them. */
export const clinicHoursPlace = definePlace({ id: 'hours', permission: 'active', params: z.object({}) });

const question = { permission: 'settings.manage', isQuestion: true } as const;

/** The hours of some days of the week: usual ones, or typed. */
export const dayHoursPlace = definePlace({
  id: 'hrs-day',
  ...question,
  params: z.object({ days: HoursDays }),
});

/** The typed hours as they were understood; without a span: closed. */
export const dayHoursConfirmPlace = definePlace({
  id: 'hrs-dayok',
  ...question,
  params: z.object({ days: HoursDays, span: OpenSpan.optional() }),
});

/** «➕ Особый день»: waits for a date and its hours. */
export const specialDayPlace = definePlace({ id: 'hrs-spec', ...question, params: z.object({}) });

/** The special day as it was understood; without a span: closed. */
export const specialDayConfirmPlace = definePlace({
  id: 'hrs-specok',
  ...question,
  params: z.object({ day: ClinicDay, span: OpenSpan.optional() }),
});
