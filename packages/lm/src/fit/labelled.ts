import { CallRecord, FOLLOWUP_REASONS, LOSS_REASONS, Outcome } from '@perezvon/contracts';
import { z } from 'zod';

const bool = z.boolean().nullable();

/** What a person who read the call says about it (labelled-calls guide); null where the call is no dialogue. */
export const Labels = z.object({
  valid_dialogue: z.boolean(),
  outcome: Outcome,
  is_target: bool,
  complaint_risk: z.enum(['none', 'low', 'high']).nullable(),
  followup_needed: bool,
  followup_reason: z.enum(FOLLOWUP_REASONS).nullable(),
  lost_opportunity: bool,
  loss_reason: z.enum(LOSS_REASONS).nullable(),
  churn_risk: z.enum(['low', 'medium', 'high']).nullable(),
  cross_sell: bool,
  evidence: z.array(z.object({ label: z.string(), turn: z.int(), quote: z.string() })).nullish(),
});
export type Labels = z.infer<typeof Labels>;

export const LabelledCall = CallRecord.extend({ labels: Labels });
export type LabelledCall = z.infer<typeof LabelledCall>;
