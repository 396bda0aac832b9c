import { blindReviewAnswered, type blindReviewAnswer } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { hasJudged, lockBlindReview, markBlindAnswer, markSkipped } from '../store/blind-reviews.js';
import { isOwnCall } from '../store/feedback.js';

/**
 * Keeps a second reader's answer: the first one counts. Whoever judged the call before, or took it himself, is no second
 * reader. `skip` leaves the question to others.
 */
export const answerBlindReview: IntentHandler<typeof blindReviewAnswer> = async (
  { payload: { reviewId, answer } },
  { tx, actor, now },
) => {
  const review = await lockBlindReview(tx, reviewId);
  if (review === null) return refused('blind_review.not_found');
  if (review.answeredAt !== null) return refused('blind_review.already_answered');
  const isNotHis =
    review.firstUserId === actor.id ||
    (await hasJudged(tx, review, actor.id)) ||
    (await isOwnCall(tx, actor.id, review.operator));
  if (isNotHis) return refused('blind_review.not_yours');

  const isSkipped = answer === 'skip';
  if (isSkipped) await markSkipped(tx, reviewId, actor.id);
  else await markBlindAnswer(tx, reviewId, { answer: answer === 'yes', userId: actor.id, at: now() });
  const { historyId, askedMetric } = review;
  return done(blindReviewAnswered.of({ reviewId, isSkipped }), {
    before: null,
    after: { metric: askedMetric, blindAnswer: answer },
    subject: { kind: 'call', id: String(historyId), historyId },
  });
};
