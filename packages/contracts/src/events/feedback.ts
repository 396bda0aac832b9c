import { z } from 'zod';
import { defineEvent } from '../define.js';
import { BlindReviewId, HistoryId } from '../domain/ids.js';

/** Somebody judged a score, changed it or took it back: the call's card shows it. */
export const scoreFeedbackGiven = defineEvent({
  type: 'score.feedback_given',
  version: 1,
  payload: z.object({ historyId: HistoryId, isWithdrawn: z.boolean() }),
});

/** A second reader answered, or passed a call over: the next one is his turn. */
export const blindReviewAnswered = defineEvent({
  type: 'blind_review.answered',
  version: 1,
  payload: z.object({ reviewId: BlindReviewId, isSkipped: z.boolean() }),
});
