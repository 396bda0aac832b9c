import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { AssignmentKind, AssignmentResult } from '../domain/assignment.js';
import { AssignmentId, HistoryId, UserId } from '../domain/ids.js';

const aboutCall = ({ historyId }: { historyId: number }): Subject => ({
  kind: 'call',
  id: String(historyId),
  historyId,
});
const aboutAssignment = ({ assignmentId }: { assignmentId: number }): Subject => ({
  kind: 'assignment',
  id: String(assignmentId),
});

/** What any move of an assignment may be refused for. */
const MOVE_REFUSALS = [
  'assignment.not_found',
  'assignment.move_not_allowed',
  'assignment.not_yours',
] as const;
const OneAssignment = z.object({ assignmentId: AssignmentId });

/** Gives one call to one person, with a deadline. */
export const assignmentCreate = defineIntent({
  type: 'assignment.create',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: z.object({
    historyId: HistoryId,
    kind: AssignmentKind,
    ownerId: UserId,
    /** UTC; a time that has passed is refused. */
    dueAt: z.iso.datetime(),
  }),
  subject: aboutCall,
  refusals: [
    'assignment.already_open',
    'assignment.due_in_past',
    'assignment.call_not_found',
    'assignment.owner_not_available',
  ],
});

/** The owner has seen it. */
export const assignmentAccept = defineIntent({
  type: 'assignment.accept',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: MOVE_REFUSALS,
});

/** The owner starts («▶️ В работу»). */
export const assignmentStart = defineIntent({
  type: 'assignment.start',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: MOVE_REFUSALS,
});

/** The owner is done («✅ Выполнено»); a callback says what came of it. */
export const assignmentComplete = defineIntent({
  type: 'assignment.complete',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment.extend({ result: AssignmentResult.nullable() }),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.result_missing'],
});

/** The owner could not («❌ Не удалось»). */
export const assignmentFail = defineIntent({
  type: 'assignment.fail',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: MOVE_REFUSALS,
});

/** A later deadline: by the owner, or by who may manage assignments. */
export const assignmentExtend = defineIntent({
  type: 'assignment.extend',
  version: 1,
  owner: 'assignment',
  permission: 'work.own',
  payload: OneAssignment.extend({ dueAt: z.iso.datetime() }),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.due_in_past', 'assignment.due_not_later'],
});

/** Another owner; the work starts anew. */
export const assignmentReassign = defineIntent({
  type: 'assignment.reassign',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: OneAssignment.extend({ ownerId: UserId }),
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.owner_not_available', 'assignment.same_owner'],
});

/** Consciously dropped. */
export const assignmentCancel = defineIntent({
  type: 'assignment.cancel',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: MOVE_REFUSALS,
});

/** Said to be done, sent back to its owner («↩️ Вернуть»). */
export const assignmentReturn = defineIntent({
  type: 'assignment.return',
  version: 1,
  owner: 'assignment',
  permission: 'assignments.manage',
  payload: OneAssignment,
  subject: aboutAssignment,
  refusals: [...MOVE_REFUSALS, 'assignment.already_open'],
});

/** «✅ Прослушано»: somebody has heard the call. */
export const callMarkListened = defineIntent({
  type: 'call.mark_listened',
  version: 1,
  owner: 'assignment',
  permission: 'calls.view',
  payload: z.object({ historyId: HistoryId }),
  subject: aboutCall,
  refusals: ['call.not_found', 'call.already_listened'],
});
