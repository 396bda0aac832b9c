import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { BlindAnswer, FeedbackVerdict, JudgedMetric } from '../domain/feedback.js';
import { BlindReviewId, HistoryId } from '../domain/ids.js';

const aboutCall = ({ historyId }: { historyId: number }): Subject => ({
  kind: 'call',
  id: String(historyId),
  historyId,
});

/** «👍 Верно», «👎 Ложное», «Пропущено»: what one person says of one metric; saying something else replaces it. */
export const scoreFeedback = defineIntent({
  type: 'score.feedback',
  version: 1,
  owner: 'lm-scoring',
  permission: 'calls.view',
  payload: z.object({ historyId: HistoryId, metric: JudgedMetric, verdict: FeedbackVerdict }),
  subject: aboutCall,
  refusals: [
    'call.not_found',
    'feedback.own_call',
    'feedback.no_score',
    'feedback.not_raised',
    'feedback.already_raised',
    'feedback.already_given',
  ],
});

/** «↩️ Снять»: takes back what one has said. */
export const scoreFeedbackWithdraw = defineIntent({
  type: 'score.feedback_withdraw',
  version: 1,
  owner: 'lm-scoring',
  permission: 'calls.view',
  payload: z.object({ historyId: HistoryId, metric: JudgedMetric }),
  subject: aboutCall,
  refusals: ['feedback.not_given'],
});

/** A second reader's answer about a call, given without having seen its score. */
export const blindReviewAnswer = defineIntent({
  type: 'blind_review.answer',
  version: 1,
  owner: 'lm-scoring',
  permission: 'calls.view',
  payload: z.object({ reviewId: BlindReviewId, answer: BlindAnswer }),
  subject: ({ reviewId }): Subject => ({ kind: 'system', id: `blind-review-${reviewId}` }),
  refusals: ['blind_review.not_found', 'blind_review.already_answered', 'blind_review.not_yours'],
});
