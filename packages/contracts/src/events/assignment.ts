import { z } from 'zod';
import { defineEvent } from '../define.js';
import { AssignmentState, BATCH_LIMIT } from '../domain/assignment.js';
import { AssignmentId, HistoryId, UserId } from '../domain/ids.js';

/** `historyId` is null where an assignment is about no call. */
export const assignmentCreated = defineEvent({
  type: 'assignment.created',
  version: 1,
  payload: z.object({
    assignmentId: AssignmentId,
    historyId: HistoryId.nullable(),
    ownerId: UserId,
    givenById: UserId,
  }),
});

/** Many calls were given to one person at once; who has them already keeps them. */
export const assignmentBatchCreated = defineEvent({
  type: 'assignment.batch_created',
  version: 1,
  payload: z.object({
    assignmentIds: z.array(AssignmentId).min(1).max(BATCH_LIMIT),
    /** Calls that were not given: somebody has them already. */
    taken: z.int().nonnegative(),
    ownerId: UserId,
    givenById: UserId,
  }),
});

/** Moves that people make; each has its intent `assignment.<move>`. */
export const PERSON_MOVES = [
  'accept',
  'start',
  'complete',
  'fail',
  'extend',
  'pause',
  'resume',
  'reassign',
  'cancel',
  'return',
] as const;
export type PersonMove = (typeof PERSON_MOVES)[number];

/**
 * All moves. `verify`: a later call proves a callback, whoever had said what. `unverify`: that call turns out to be none
 * that does.
 */
export const ASSIGNMENT_MOVES = [...PERSON_MOVES, 'verify', 'unverify'] as const;
export type AssignmentMove = (typeof ASSIGNMENT_MOVES)[number];

const People = z.object({ ownerId: UserId, givenById: UserId });

/** One move of an assignment by a person; `previousOwnerId` differs from `ownerId` after a reassignment. */
export const assignmentMoved = defineEvent({
  type: 'assignment.moved',
  version: 1,
  payload: People.extend({
    assignmentId: AssignmentId,
    historyId: HistoryId.nullable(),
    move: z.enum(PERSON_MOVES),
    from: AssignmentState,
    to: AssignmentState,
    previousOwnerId: UserId,
  }),
});

/** A later call proves a callback: it is done, and known to be. */
export const assignmentVerified = defineEvent({
  type: 'assignment.verified',
  version: 1,
  payload: People.extend({
    assignmentId: AssignmentId,
    historyId: HistoryId,
    byCall: HistoryId,
    /** `done`: its owner had said so before. */
    from: AssignmentState,
  }),
});

/** The call that proved a callback was corrected and proves it no more: it stays done, on its owner's word. */
export const assignmentUnverified = defineEvent({
  type: 'assignment.unverified',
  version: 1,
  payload: People.extend({
    assignmentId: AssignmentId,
    historyId: HistoryId,
    /** The call that was taken for the proof. */
    byCall: HistoryId,
  }),
});
