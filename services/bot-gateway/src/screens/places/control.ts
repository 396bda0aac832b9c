import { AssignmentId, AverageBooking, PERIOD_DAYS, UserId } from '@perezvon/contracts';
import { CONTROL_LISTS } from '@perezvon/db/assignments';
import { z } from 'zod';
import { CONTROL_ROWS } from '../../queries/control/control-rows.js';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** Beginning of the year 2100 in milliseconds: bounds how long a time is in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;
/** More pages than any clinic has people. */
const MAX_PAGE = 99;

/** What is looked at: given in the last `days`; without an owner or a list everybody's and all. */
const ControlChoice = z.object({
  days: z.literal(PERIOD_DAYS),
  ownerId: UserId.optional(),
  list: z.enum(CONTROL_LISTS).optional(),
});
export type ControlChoice = z.output<typeof ControlChoice>;

/** «🎯 Контроль»: what became of the assignments. */
export const controlPlace = definePlace({
  id: 'ctl',
  permission: 'assignments.manage',
  params: ControlChoice,
});

/** The same numbers by owner or by list, page by page. */
export const controlPartsPlace = definePlace({
  id: 'ctl-by',
  permission: 'assignments.manage',
  params: ControlChoice.extend({ by: z.enum(['owner', 'list']), page: z.int().min(0).max(MAX_PAGE) }),
});

/** Exactly the assignments that a number counts, page by page; without a cursor the first page. */
export const controlRowsPlace = definePlace({
  id: 'ctl-rows',
  permission: 'assignments.manage',
  params: ControlChoice.extend({
    measure: z.enum(CONTROL_ROWS),
    direction: PageDirection,
    cursor: z.object({ at: z.int().min(0).max(LAST_MOMENT_MS), id: AssignmentId }).optional(),
  }),
});

/** «💳 Средняя запись»: waits for an amount. */
export const averageBookingPlace = definePlace({
  id: 'avgbook',
  permission: 'settings.manage',
  params: z.object({}),
});

/** The amount as it was understood. */
export const averageBookingSavePlace = definePlace({
  id: 'avgbookok',
  permission: 'settings.manage',
  isQuestion: true,
  params: z.object({ kopecks: AverageBooking }),
});
