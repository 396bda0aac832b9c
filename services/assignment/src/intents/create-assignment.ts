import { assignmentCreated, type assignmentCreate } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { refusalOfDeadline } from '../domain/deadline.js';
import { insertOpenAssignment } from '../store/assignments.js';
import { lockCall } from '../store/calls.js';
import { canHoldWork } from '../store/people.js';
import { stateOf } from './move.js';

/** Opens at most one assignment per call and kind. */
export const createAssignment: IntentHandler<typeof assignmentCreate> = async (
  { payload },
  { tx, actor, now },
) => {
  const { historyId, kind, ownerId } = payload;
  const dueAt = new Date(payload.dueAt);
  const refusal = refusalOfDeadline(dueAt, now());
  if (refusal) return refused(refusal);
  if (!(await canHoldWork(tx, ownerId))) return refused('assignment.owner_not_available');
  if (!(await lockCall(tx, historyId))) return refused('assignment.call_not_found');

  const assignment = { historyId, kind, ownerId, givenById: actor.id, dueAt };
  const id = await insertOpenAssignment(tx, assignment, now());
  if (id === null) return refused('assignment.already_open');

  return done(assignmentCreated.of({ assignmentId: id, historyId, ownerId, givenById: actor.id }), {
    before: null,
    after: { ...stateOf({ ...assignment, id, state: 'open', result: null }), kind },
    subject: { kind: 'assignment', id: String(id), historyId },
  });
};
