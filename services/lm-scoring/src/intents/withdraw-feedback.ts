import { scoreFeedbackGiven, type scoreFeedbackWithdraw } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { deleteFeedback } from '../store/feedback.js';

/** Takes back what one person said of a metric, whatever version it was about; the log keeps it. */
export const withdrawFeedback: IntentHandler<typeof scoreFeedbackWithdraw> = async (
  { payload: { historyId, metric } },
  { tx, actor },
) => {
  const given = await deleteFeedback(tx, { historyId, metric, userId: actor.id });
  if (given === null) return refused('feedback.not_given');
  return done(scoreFeedbackGiven.of({ historyId, isWithdrawn: true }), {
    before: { verdict: given.verdict, lmVersionTag: given.lmVersionTag },
    after: { metric, verdict: null },
  });
};
