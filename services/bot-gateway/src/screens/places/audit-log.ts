import { HistoryId, INTENTS, isIntentType, UserId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** A page of the log lies beside entry `seq`. */
const LogPage = z.object({ direction: PageDirection, seq: z.int().positive() });

/** Actions that the log tells of, those about the same thing together. */
export const LOG_ACTIONS = Object.keys(INTENTS).filter(isIntentType);

/** Days since 1970 that a button holds: some 270 years. */
const LAST_DAY = 99_999;

/** What narrows the log, alone or together; each choice keeps the others. */
const FILTERS = {
  actorId: UserId.optional(),
  historyId: HistoryId.optional(),
  action: z.enum(LOG_ACTIONS).optional(),
  /** The clinic's day, as a `DayNumber`. */
  day: z.int().min(0).max(LAST_DAY).optional(),
};
const LogFilters = z.object(FILTERS);
export type LogFilters = z.infer<typeof LogFilters>;

/** «🧾 Журнал»: all of it, or what is left of it by person, call, action and day. */
export const auditLogPlace = definePlace({
  id: 'log',
  permission: 'audit.view',
  params: z.object({ ...FILTERS, from: LogPage.optional() }),
});

const MAX_PAGE = 999;

/** Whose acts? */
export const logPeoplePlace = definePlace({
  id: 'logwho',
  permission: 'audit.view',
  params: z.object({ ...FILTERS, page: z.int().min(0).max(MAX_PAGE) }),
});

/** Which action? */
export const logActionsPlace = definePlace({
  id: 'logwhat',
  permission: 'audit.view',
  params: z.object({ ...FILTERS, page: z.int().min(0).max(MAX_PAGE) }),
});

/** Of which day? Waits for it, too. */
export const logDayPlace = definePlace({ id: 'logday', permission: 'audit.view', params: LogFilters });

/** What was done about which call? Waits for its id. */
export const logCallPlace = definePlace({ id: 'logcall', permission: 'audit.view', params: LogFilters });

/** Whether the log is what was written: the latest check. */
export const auditCheckPlace = definePlace({
  id: 'logcheck',
  permission: 'audit.view',
  params: z.object({}),
});
