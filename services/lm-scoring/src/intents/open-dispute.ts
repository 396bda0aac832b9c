import {
  DISPUTE_WINDOW_MS,
  disputeOpened,
  isRaised,
  type disputeOpen,
  type JudgedMetric,
  type RefusalOf,
} from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { areOwnWords, findDisputeInTheWay, insertDispute } from '../store/disputes.js';
import { isOwnCall, lockJudgedCall, rulesBehind, type JudgedScore } from '../store/feedback.js';

/** Why this score's metric cannot be disputed now, whoever asks; null: it can. */
const refusalFor = (
  score: JudgedScore,
  metric: JudgedMetric,
  now: Date,
): RefusalOf<typeof disputeOpen> | null => {
  if (isRaised(score, metric) !== true) return 'dispute.not_raised';
  return now.getTime() - score.scoredAt.getTime() > DISPUTE_WINDOW_MS ? 'dispute.too_late' : null;
};

/**
 * Keeps what an operator objects to in a score of his own call, with the version and the rules that raised the metric:
 * a later score does not change what is decided about this one.
 */
export const openDispute: IntentHandler<typeof disputeOpen> = async (
  { payload: { historyId, metric, reason, noteId } },
  { tx, actor, now },
) => {
  const call = await lockJudgedCall(tx, historyId);
  if (call === null) return refused('call.not_found');
  if (!(await isOwnCall(tx, actor.id, call.operator))) return refused('dispute.not_yours');
  const { score } = call;
  if (score === null) return refused('dispute.no_score');
  const why = refusalFor(score, metric, now());
  if (why !== null) return refused(why);

  const { lmVersionTag, revision } = score;
  const disputed = { historyId, metric, lmVersionTag, revision };
  const inTheWay = await findDisputeInTheWay(tx, disputed);
  if (inTheWay !== null)
    return refused(inTheWay === 'open' ? 'dispute.already_open' : 'dispute.already_decided');
  if (!(await areOwnWords(tx, { noteId, authorId: actor.id }))) return refused('dispute.words_gone');

  const disputeId = await insertDispute(tx, {
    ...disputed,
    rules: rulesBehind(score, metric),
    reason,
    noteId: noteId ?? null,
    openedById: actor.id,
    openedAt: now(),
  });
  return done(disputeOpened.of({ disputeId, historyId, openedById: actor.id }), {
    before: null,
    after: { disputeState: 'open', metric, disputeReason: reason, lmVersionTag, noteId: noteId ?? null },
    subject: { kind: 'dispute', id: String(disputeId), historyId },
  });
};
