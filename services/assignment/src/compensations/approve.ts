import type { compensationApprove } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { refusalOfDeadline } from '../domain/deadline.js';
import { openAssignment } from '../open-assignment.js';
import { canHoldWork } from '../store/people.js';
import { decisionChange } from './change.js';
import { beginDecision, decisionEvent } from './decide.js';
import { markDecided, type Compensation } from './store.js';

/** What its proposer is given to do: «выполнено» says that the money is paid. */
const payment = ({ historyId, proposedById }: Compensation, approverId: number, dueAt: Date) => ({
  historyId,
  kind: 'compensation' as const,
  ownerId: proposedById,
  givenById: approverId,
  dueAt,
  noteId: null,
  channel: null,
  training: null,
});

/**
 * A second person lets it be paid, and the proposer pays. The proposer is told of both at once by the decision, so that
 * the assignment's own event is not told.
 */
export const approveCompensation: IntentHandler<typeof compensationApprove> = async ({ payload }, tools) => {
  const { tx, actor, now } = tools;
  const begun = await beginDecision('approve', payload.compensationId, tools);
  if (begun.kind === 'refused') return begun;
  const { compensation } = begun;
  const dueAt = new Date(payload.payBy);
  const refusal = refusalOfDeadline(dueAt, now());
  if (refusal) return refused(refusal);
  if (!(await canHoldWork(tx, compensation.proposedById))) return refused('compensation.proposer_gone');

  const opened = await openAssignment(tx, payment(compensation, actor.id, dueAt), now());
  if (opened.kind !== 'opened') return refused('compensation.not_paid_yet');
  const decision = { state: 'approved', decidedById: actor.id } as const;
  await markDecided(
    tx,
    compensation.id,
    { ...decision, decisionNoteId: null, assignmentId: opened.id },
    now(),
  );
  const change = decisionChange(compensation, decision);
  return done(decisionEvent(compensation, 'approve'), {
    ...change,
    after: { ...change.after, assignmentId: opened.id, dueAt: dueAt.toISOString() },
  });
};
