import { z } from 'zod';
import { Outcome } from './call.js';
import { HistoryId, LmVersionTag } from './ids.js';
import {
  CALC_PROFILES,
  CHURN_LEVELS,
  FOLLOWUP_REASONS,
  GATES,
  LOSS_REASONS,
  METRIC_NAMES,
} from './metrics.js';

const score = z.int().min(0).max(100).nullable();
const probability = z.number().min(0).max(1).nullable();

/** A metric that cannot be known is null and its reason stands in `gates`; 0 means "known to be none". */
export const Metrics = z.object({
  response_speed_score: z.int().min(1).max(5).nullable(),
  talk_time_efficiency: score,
  queue_impact_index: score,
  conversion_score: score,
  lost_opportunity_score: score,
  cross_sell_potential: score,
  checklist_coverage_ratio: score,
  normalized_call_score: score,
  script_risk_index: score,
  churn_risk_level: z.enum(CHURN_LEVELS).nullable(),
  churn_risk_score: score,
  complaint_risk_flag: z.boolean().nullable(),
  complaint_risk_score: score,
  followup_needed_flag: z.boolean().nullable(),
  followup_reason: z.enum(FOLLOWUP_REASONS).nullable(),
  /** The moment the client or the clinic named for the next contact, ISO 8601 in UTC. */
  followup_due_at: z.iso.datetime().nullable(),
  loss_reason: z.enum(LOSS_REASONS).nullable(),
  conversion_prob_forecast: probability,
  second_call_prob: probability,
  complaint_prob: probability,
  lm_version_tag: z.string(),
  calc_profile: z.enum(CALC_PROFILES),
});
export type Metrics = z.infer<typeof Metrics>;

/** Words that stand literally in turn `turn` (index in the transcript) and raised `metric` by `weight` points. */
export const Evidence = z.object({
  metric: z.enum(METRIC_NAMES),
  turn: z.int().nonnegative(),
  /** Seconds from the start of the call; null when the transcript has no times. */
  t: z.number().nonnegative().nullable(),
  quote: z.string().min(1),
  /** Stable id of the rule, such as `complaint.broken_promise`. */
  rule: z.string(),
  weight: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

export const RULED_OUT_WHY = [
  'negated',
  'other_party',
  'operator_words',
  'medical',
  'resolved_later',
  'hypothetical',
  'idiom',
] as const;

/** What looked like a trigger and was not, and why. */
export const RuledOut = z.object({
  metric: z.enum(METRIC_NAMES),
  turn: z.int().nonnegative(),
  t: z.number().nonnegative().nullable(),
  quote: z.string().min(1),
  rule: z.string(),
  why: z.enum(RULED_OUT_WHY),
});
export type RuledOut = z.infer<typeof RuledOut>;

/** «Перезвоню до двенадцати»: the operator says that the clinic will ring the client. */
export const CallbackPromise = z.object({
  /** Index of the operator's turn in the transcript. */
  turn: z.int().nonnegative(),
  t: z.number().nonnegative().nullable(),
  /** Words that stand literally in that turn. */
  quote: z.string().min(1),
  /** The last moment that keeps it, ISO 8601 in UTC. */
  due_at: z.iso.datetime(),
  /** Whether a time was said. No: `due_at` is the evening of the day that was named, or of the call's own. */
  is_time_said: z.boolean(),
});
export type CallbackPromise = z.infer<typeof CallbackPromise>;

/** Everything the engine says about one call: a line of `lm score`, a row of `call_scores`. */
export const CallScore = z.object({
  history_id: HistoryId,
  lm_version_tag: LmVersionTag,
  calc_profile: z.enum(CALC_PROFILES),
  valid_dialogue: z.boolean(),
  outcome: Outcome,
  is_target: z.boolean().nullable(),
  metrics: Metrics,
  gates: z.partialRecord(z.enum(METRIC_NAMES), z.enum(GATES)),
  evidence: z.array(Evidence),
  ruled_out: z.array(RuledOut),
  /** null: nobody promised to call back, or nobody says when. */
  promise: CallbackPromise.nullable(),
});
export type CallScore = z.infer<typeof CallScore>;
