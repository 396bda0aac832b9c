import { z } from 'zod';
import { defineEvent, Subject } from '../define.js';
import { Role } from '../domain/permissions.js';

/** Values of a record before or after an action: ids, states and times, never personal data. */
export const RecordState = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type RecordState = z.infer<typeof RecordState>;

/** What was done to what, by somebody who held this role then (null: none, or not known). */
const Attempt = z.object({ action: z.string(), subject: Subject, actorRole: Role.nullable() });

/** An action was carried out: the log's line. */
export const adminAction = defineEvent({
  type: 'admin.action',
  version: 1,
  payload: Attempt.extend({ before: RecordState.nullable(), after: RecordState.nullable() }),
});

/** An action was refused: the person reads why, the log keeps the attempt. */
export const actionDenied = defineEvent({
  type: 'action.denied',
  version: 1,
  payload: Attempt.extend({ reason: z.string() }),
});

/** An action was given up after every attempt: the log keeps it, the person is told. */
export const actionFailed = defineEvent({
  type: 'action.failed',
  version: 1,
  payload: Attempt.extend({ code: z.string() }),
});
