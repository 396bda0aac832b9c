import { HoursDays, OpenSpan, settingsSetHours } from '@perezvon/contracts';
import { z } from 'zod';
import { dateOfDay } from '../../text/day-words.js';
import { defineAction } from '../define-action.js';
import { ClinicDay, clinicHoursPlace } from '../places/clinic-hours.js';

const common = { intent: settingsSetHours, leadsTo: () => clinicHoursPlace.address({}) };

/** Other hours for some days of the week; without a span: closed. */
export const setDayHours = defineAction({
  id: 'hrs-days',
  ...common,
  params: z.object({ days: HoursDays, span: OpenSpan.optional() }),
  payload: ({ days, span = null }) => ({ change: { what: 'days' as const, days, span } }),
});

/** Whether the clinic works on public holidays. */
export const setHolidays = defineAction({
  id: 'hrs-holid',
  ...common,
  params: z.object({ worksOnHolidays: z.boolean() }),
  payload: ({ worksOnHolidays }) => ({ change: { what: 'holidays' as const, worksOnHolidays } }),
});

/** Other hours on one date. */
export const setSpecialDay = defineAction({
  id: 'hrs-date',
  ...common,
  params: z.object({ day: ClinicDay, span: OpenSpan.optional() }),
  payload: ({ day, span = null }) => ({ change: { what: 'special' as const, date: dateOfDay(day), span } }),
});

/** That date is like others again. */
export const dropSpecialDay = defineAction({
  id: 'hrs-usual',
  ...common,
  params: z.object({ day: ClinicDay }),
  payload: ({ day }) => ({ change: { what: 'usual' as const, date: dateOfDay(day) } }),
});
