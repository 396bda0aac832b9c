import { HistoryId, UserId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';
import { PageDirection } from './calls.js';

/** A page of the log lies beside entry `seq`. */
const LogPage = z.object({ direction: PageDirection, seq: z.int().positive() });

/** «🧾 Журнал»: all of it, one person's acts, or what was done about one call. */
export const auditLogPlace = definePlace({
  id: 'log',
  permission: 'audit.view',
  params: z.object({
    actorId: UserId.optional(),
    historyId: HistoryId.optional(),
    from: LogPage.optional(),
  }),
});

/** Whose acts? */
export const logPeoplePlace = definePlace({
  id: 'logwho',
  permission: 'audit.view',
  params: z.object({ page: z.int().min(0).max(999) }),
});

/** What was done about which call? Waits for its id. */
export const logCallPlace = definePlace({ id: 'logcall', permission: 'audit.view', params: z.object({}) });
