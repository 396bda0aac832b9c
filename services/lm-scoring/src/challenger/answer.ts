import { FOLLOWUP_REASONS, LOSS_REASONS, Outcome } from '@perezvon/contracts';
import { z } from 'zod';

/** What a label of the model has to be shown by. */
export const PROVEN_LABELS = [
  'complaint_risk',
  'followup_needed',
  'lost_opportunity',
  'churn_risk',
  'cross_sell',
] as const;
export type ProvenLabel = (typeof PROVEN_LABELS)[number];

/**
 * What the model says of one call: choices from short lists and words of the call, nothing that it could word itself.
 * The meanings are those of the labels' guide.
 */
export const ModelAnswer = z.strictObject({
  valid_dialogue: z.boolean(),
  outcome: Outcome,
  is_target: z.boolean().nullable(),
  complaint_risk: z.enum(['none', 'low', 'high']).nullable(),
  followup_needed: z.boolean().nullable(),
  followup_reason: z.enum(FOLLOWUP_REASONS).nullable(),
  lost_opportunity: z.boolean().nullable(),
  loss_reason: z.enum(LOSS_REASONS).nullable(),
  churn_risk: z.enum(['low', 'medium', 'high']).nullable(),
  cross_sell: z.boolean().nullable(),
  evidence: z.array(z.strictObject({ label: z.enum(PROVEN_LABELS), turn: z.number(), quote: z.string() })),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

/** The same as JSON Schema, in the form that servers take for `response_format`. */
export const answerSchema = (): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(ModelAnswer);
  return schema;
};
