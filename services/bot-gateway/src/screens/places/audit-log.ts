import { HistoryId, UserId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** One place in the log: what is older than entry `seq`, or newer. */
export const LogCursor = z.object({ side: z.enum(['older', 'newer']), seq: z.int().positive() });

/** «🧾 Журнал»: all of it, one person's acts, or what was done about one call. */
export const auditLogPlace = definePlace({
  id: 'log',
  permission: 'audit.view',
  params: z.object({
    actorId: UserId.optional(),
    historyId: HistoryId.optional(),
    cursor: LogCursor.optional(),
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
