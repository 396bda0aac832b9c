import {
  BlindAnswer,
  blindReviewAnswer,
  BlindReviewId,
  FeedbackVerdict,
  HistoryId,
  JudgedMetric,
  scoreFeedback,
  scoreFeedbackWithdraw,
} from '@perezvon/contracts';
import { z } from 'zod';
import { defineAction } from '../define-action.js';
import { blindPlace } from '../places/feedback.js';
import { callCardPlace } from '../places/work.js';

const toCard = ({ historyId }: { historyId: number }) => callCardPlace.address({ historyId });

/** «👍 Верно», «👎 Ложное», «Пропущено» of one metric. */
export const giveFeedback = defineAction({
  id: 'fb',
  params: z.object({ historyId: HistoryId, metric: JudgedMetric, verdict: FeedbackVerdict }),
  intent: scoreFeedback,
  payload: (params) => params,
  leadsTo: toCard,
});

/** «↩️ Снять оценку». */
export const withdrawFeedback = defineAction({
  id: 'fb-off',
  params: z.object({ historyId: HistoryId, metric: JudgedMetric }),
  intent: scoreFeedbackWithdraw,
  payload: (params) => params,
  leadsTo: toCard,
});

/** «Да», «Нет», «Пропустить» of a blind review; the next one follows. */
export const answerBlind = defineAction({
  id: 'blind-a',
  params: z.object({ reviewId: BlindReviewId, answer: BlindAnswer }),
  intent: blindReviewAnswer,
  payload: (params) => params,
  leadsTo: () => blindPlace.address({ page: 0 }),
});
