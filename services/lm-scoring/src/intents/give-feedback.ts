import {
  isRaised,
  scoreFeedbackGiven,
  type FeedbackVerdict,
  type JudgedMetric,
  type RefusalOf,
  type scoreFeedback,
} from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import {
  findFeedback,
  isOwnCall,
  lockJudgedCall,
  markFeedback,
  rulesBehind,
  type GivenFeedback,
  type JudgedScore,
} from '../store/feedback.js';

type Refusal = RefusalOf<typeof scoreFeedback>;

/** Why this score cannot be judged so; null: it can. */
const refusalFor = (
  score: JudgedScore,
  { metric, verdict }: { metric: JudgedMetric; verdict: FeedbackVerdict },
): Refusal | null => {
  // Without a transcript nothing was missed: it is scored again by itself when the words arrive.
  if (score.gates[metric] === 'no_transcript') return 'feedback.no_score';
  const raised = isRaised(score, metric) === true;
  if (verdict === 'missed') return raised ? 'feedback.already_raised' : null;
  return raised ? null : 'feedback.not_raised';
};

const isSame = (before: GivenFeedback | null, verdict: FeedbackVerdict, lmVersionTag: string): boolean =>
  before?.verdict === verdict && before.lmVersionTag === lmVersionTag;

/**
 * Keeps what one person says of one metric of the score that is shown, under the version that made it. Whoever said
 * something else before has changed his mind: the log keeps both.
 */
export const giveFeedback: IntentHandler<typeof scoreFeedback> = async (
  { payload: { historyId, metric, verdict } },
  { tx, actor, now },
) => {
  const call = await lockJudgedCall(tx, historyId);
  if (call === null) return refused('call.not_found');
  if (await isOwnCall(tx, actor.id, call.operator)) return refused('feedback.own_call');
  const { score } = call;
  if (score === null) return refused('feedback.no_score');
  const reason = refusalFor(score, { metric, verdict });
  if (reason !== null) return refused(reason);

  const { lmVersionTag } = score;
  const key = { historyId, metric, userId: actor.id };
  const before = await findFeedback(tx, key);
  if (isSame(before, verdict, lmVersionTag)) return refused('feedback.already_given');
  const rules = verdict === 'missed' ? [] : rulesBehind(score, metric);
  await markFeedback(tx, { ...key, verdict, lmVersionTag, rules, at: now() });
  return done(scoreFeedbackGiven.of({ historyId, isWithdrawn: false }), {
    before: before && { verdict: before.verdict, lmVersionTag: before.lmVersionTag },
    after: { metric, verdict, lmVersionTag },
  });
};
