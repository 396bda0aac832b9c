import { disputeDecided, type disputeDecide } from '@perezvon/contracts';
import { listInvolvedInDispute } from '@perezvon/db';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { areOwnWords, lockDispute, markDecided } from '../store/disputes.js';

/**
 * Keeps the first decision of somebody who has no part in the dispute. It is a word about the rules that raised the
 * metric, and settles what others said of it (`listFeedbackVotes`).
 */
export const decideDispute: IntentHandler<typeof disputeDecide> = async (
  { payload: { disputeId, outcome, noteId } },
  { tx, actor, now },
) => {
  const dispute = await lockDispute(tx, disputeId);
  if (dispute === null) return refused('dispute.not_found');
  if (dispute.state !== 'open') return refused('dispute.already_decided');
  if ((await listInvolvedInDispute(tx, dispute)).has(actor.id)) return refused('dispute.cannot_decide_own');
  if (!(await areOwnWords(tx, { noteId, authorId: actor.id }))) return refused('dispute.words_gone');

  const decisionNoteId = noteId ?? null;
  await markDecided(tx, disputeId, { outcome, decidedById: actor.id, decidedAt: now(), decisionNoteId });
  const { historyId, openedById, metric, lmVersionTag } = dispute;
  return done(disputeDecided.of({ disputeId, historyId, openedById, outcome }), {
    before: { disputeState: 'open' },
    after: { disputeState: outcome, metric, lmVersionTag, noteId: decisionNoteId },
    subject: { kind: 'dispute', id: String(disputeId), historyId },
  });
};
