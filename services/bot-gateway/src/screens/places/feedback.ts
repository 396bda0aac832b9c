import { BlindReviewId, FeedbackVerdict, HistoryId, JudgedMetric } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** More pages than any transcript or list of rules has. */
const MAX_PAGE = 999;
const Page = z.int().min(0).max(MAX_PAGE);

/** Which metric a verdict is about, where several are possible. */
export const judgePlace = definePlace({
  id: 'judge',
  permission: 'calls.view',
  params: z.object({ historyId: HistoryId, verdict: FeedbackVerdict }),
});

/** «Вторая оценка»; without a review the next one for this person. */
export const blindPlace = definePlace({
  id: 'blind',
  permission: 'calls.view',
  params: z.object({ reviewId: BlindReviewId.optional(), page: Page }),
});

/** «Качество правил»; of the active version only, or of all. */
export const ruleQualityPlace = definePlace({
  id: 'quality',
  permission: 'system.view',
  params: z.object({ isActiveOnly: z.boolean() }),
});

/** The rules of one metric. */
export const metricRulesPlace = definePlace({
  id: 'quality-m',
  permission: 'system.view',
  params: z.object({ metric: JudgedMetric, isActiveOnly: z.boolean(), page: Page }),
});

/** «Согласие людей». */
export const agreementPlace = definePlace({
  id: 'agree',
  permission: 'system.view',
  params: z.object({}),
});
