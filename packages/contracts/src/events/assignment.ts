import { z } from 'zod';
import { defineEvent } from '../define.js';
import { AssignmentState } from '../domain/assignment.js';
import { AssignmentId, HistoryId, UserId } from '../domain/ids.js';

export const assignmentCreated = defineEvent({
  type: 'assignment.created',
  version: 1,
  payload: z.object({ assignmentId: AssignmentId, historyId: HistoryId, ownerId: UserId, givenById: UserId }),
});

export const ASSIGNMENT_MOVES = [
  'accept',
  'start',
  'complete',
  'fail',
  'extend',
  'reassign',
  'cancel',
  'return',
] as const;
export type AssignmentMove = (typeof ASSIGNMENT_MOVES)[number];

/** One move of an assignment; `previousOwnerId` differs from `ownerId` after a reassignment. */
export const assignmentMoved = defineEvent({
  type: 'assignment.moved',
  version: 1,
  payload: z.object({
    assignmentId: AssignmentId,
    historyId: HistoryId,
    move: z.enum(ASSIGNMENT_MOVES),
    from: AssignmentState,
    to: AssignmentState,
    ownerId: UserId,
    previousOwnerId: UserId,
    givenById: UserId,
  }),
});
