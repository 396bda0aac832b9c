import { z } from 'zod';
import { HistoryId } from './ids.js';
import { METRICS } from './metrics.js';

/**
 * What a training can be measured by, before and after: metrics that follow from how an operator talks and have a good
 * and a bad end, and the share of his promises that he keeps.
 */
export const TRAINING_METRICS = [
  'checklist_coverage_ratio',
  'normalized_call_score',
  'conversion_score',
  'lost_opportunity_score',
  'script_risk_index',
  'complaint_risk_flag',
  'promise_kept',
] as const;
export const TrainingMetric = z.enum(TRAINING_METRICS);
export type TrainingMetric = z.infer<typeof TrainingMetric>;

/** Those that stand in a call's score. */
export type ScoredTrainingMetric = Exclude<TrainingMetric, 'promise_kept'>;

/** Fewer such calls in `PATTERN_DAYS` happen to anybody; that many are worth an hour's talk. */
export const PATTERN_CALLS = 5;
/** Clinic days in which the calls are counted, today's among them. */
export const PATTERN_DAYS = 7;
/** As many calls as somebody listens to with an operator in one sitting. */
export const MAX_TRAINING_EXAMPLES = 10;

/** Under half of the steps: more is left out than said. */
const FEW_STEPS_UNDER = 50;

/** Which calls show a pattern. `said`: any of these rules raised a metric; `promise`: a promise made in it was broken. */
type PatternCondition =
  | { readonly kind: 'said'; readonly rules: readonly string[] }
  | { readonly kind: 'from' | 'under'; readonly metric: ScoredTrainingMetric; readonly value: number }
  | { readonly kind: 'promise' };

interface TrainingPatternSpec {
  readonly condition: PatternCondition;
  /** What a training on it is measured by. */
  readonly metric: TrainingMetric;
}

export const TRAINING_PATTERN_NAMES = [
  'no_offer',
  'few_steps',
  'broke_script',
  'lost',
  'low_quality',
  'broken_promise',
] as const;
export const TrainingPattern = z.enum(TRAINING_PATTERN_NAMES);
export type TrainingPattern = z.infer<typeof TrainingPattern>;

/** What an operator does again and again, seen in the scores of single calls. */
export const TRAINING_PATTERNS: Readonly<Record<TrainingPattern, TrainingPatternSpec>> = {
  /** The client wanted to come, and no time was offered. */
  no_offer: { condition: { kind: 'said', rules: ['script.no_offer'] }, metric: 'conversion_score' },
  few_steps: {
    condition: { kind: 'under', metric: 'checklist_coverage_ratio', value: FEW_STEPS_UNDER },
    metric: 'checklist_coverage_ratio',
  },
  /** From the yellow line on: a rude word reaches it; the red one takes several breaches in one call. */
  broke_script: {
    condition: { kind: 'from', metric: 'script_risk_index', value: METRICS.script_risk_index.yellow },
    metric: 'script_risk_index',
  },
  lost: {
    condition: { kind: 'from', metric: 'lost_opportunity_score', value: METRICS.lost_opportunity_score.red },
    metric: 'lost_opportunity_score',
  },
  low_quality: {
    condition: {
      kind: 'under',
      metric: 'normalized_call_score',
      value: METRICS.normalized_call_score.redUnder,
    },
    metric: 'normalized_call_score',
  },
  broken_promise: { condition: { kind: 'promise' }, metric: 'promise_kept' },
};

/** What a training is about, beside its owner and deadline. */
export const TrainingWish = z.object({
  /** The operator's code in the calls: whose metric is measured. */
  operator: z.string().min(1).max(64),
  metric: TrainingMetric,
  /** null: it was given for single calls. */
  pattern: TrainingPattern.nullable(),
  /** Calls to learn from. */
  examples: z
    .array(HistoryId)
    .max(MAX_TRAINING_EXAMPLES)
    .refine((ids) => new Set(ids).size === ids.length, 'a call is an example once'),
});
export type TrainingWish = z.infer<typeof TrainingWish>;
