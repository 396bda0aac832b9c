import type { assignmentReassign } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { canHoldWork } from '../store/people.js';
import { beginMove, finishMove } from './move.js';

/** Another owner, who begins anew; the giver and the deadline stay. */
export const reassignAssignment: IntentHandler<typeof assignmentReassign> = async ({ payload }, tools) => {
  const begun = await beginMove('reassign', payload.assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  const { ownerId } = payload;
  if (ownerId === begun.assignment.ownerId) return refused('assignment.same_owner');
  if (!(await canHoldWork(tools.tx, ownerId))) return refused('assignment.owner_not_available');
  return finishMove(begun, { ownerId }, tools);
};
