import type { assignmentReturn } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { returnedDeadline } from '../domain/deadline.js';
import { findObstacle } from '../open-assignment.js';
import { findTraining } from '../store/trainings.js';
import { beginMove, finishMove } from './move.js';

/** What it claimed, and what was said to have proved or prevented it. */
const NOTHING_CLAIMED = { result: null, reason: null, reasonNoteId: null, verifiedByCall: null } as const;

/** Open again, with time to do it, unless somebody was given the same meanwhile. */
export const returnAssignment: IntentHandler<typeof assignmentReturn> = async ({ payload }, tools) => {
  const begun = await beginMove('return', payload.assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  const { assignment } = begun;
  const training = await findTraining(tools.tx, assignment.id);
  const obstacle = await findObstacle(tools.tx, { ...assignment, training });
  if (obstacle?.kind === 'already_open') return refused('assignment.already_open', obstacle.holder);
  const dueAt = returnedDeadline(assignment, tools.now());
  return finishMove(begun, { ...NOTHING_CLAIMED, dueAt }, tools);
};
