import { Direction, METRICS, Outcome, RULED_OUT_WHY, SPEAKERS, type MetricName } from '@perezvon/contracts';
import { z } from 'zod';

const metricNames = Object.keys(METRICS) as [MetricName, ...MetricName[]];

/** Stable name of a rule, `family.name`: it stands in stored evidence, so it is never reused for another meaning. */
export const RuleId = z
  .string()
  .regex(/^[a-z_]+\.[a-z_0-9]+$/, 'expected an id like complaint.broken_promise');

/** Where in the call a phrase counts: its first three turns, its last four, or anywhere. */
export const Place = z.enum(['opening', 'closing', 'any']);

/** How far a rule looks for what rules it out. */
export const ExclusionScope = z.enum(['sentence', 'turn', 'near', 'after', 'call']);

const Exclusion = z.strictObject({
  /** A rule (`family.name`) or a whole family (`family`). */
  rule: z.string().regex(/^[a-z_]+(\.[a-z_0-9]+)?$/, 'expected a rule id or a family'),
  scope: ExclusionScope,
  why: z.enum(RULED_OUT_WHY),
});

/** One family of phrasings. */
export const RuleSource = z.strictObject({
  id: RuleId,
  speaker: z.enum([...SPEAKERS, 'any']),
  place: Place.default('any'),
  /** The metric this family speaks for; without one it is only a tag for the others. */
  metric: z.enum(metricNames).optional(),
  /** −100…100 points for the metric, before the fitted weights are added. */
  weight: z.number().min(-100).max(100).default(0),
  /** Whether a «не», «ни», «без» right before the phrase rules it out. */
  negatable: z.boolean().default(false),
  unless: z.array(Exclusion).default([]),
  phrases: z.array(z.string().min(1)).min(1),
  note: z.string().optional(),
});
export type RuleSource = z.infer<typeof RuleSource>;

const StepSource = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  /** The step is done when any of these rules is heard. */
  done_by: z.array(RuleId).min(1),
  /** The step applies only when any of these is heard; without it, always. */
  applies_after: z.array(RuleId).optional(),
});

/** What an operator is expected to do in one kind of call. */
const ChecklistSource = z.strictObject({
  kind: z.string().regex(/^[a-z_]+$/),
  direction: Direction.optional(),
  outcomes: z.array(Outcome).min(1),
  steps: z.array(StepSource).min(1),
});
export type ChecklistSource = z.infer<typeof ChecklistSource>;

const share = z.number().min(0).max(1);
const points = z.number().min(0).max(100);

/** Numbers behind the composed metrics: how much each part counts. */
const WeightsSource = z.strictObject({
  /** Shares of the whole-call score; `upstream` is what the telephony's own score takes when it is there. */
  call_score: z.strictObject({
    checklist: share,
    courtesy: share,
    response: share,
    result: share,
    upstream: share,
  }),
  /** 0–100: what an outcome is worth in the whole-call score. */
  result: z.partialRecord(Outcome, points),
  /** 0–100: how far the client got. */
  conversion: z.partialRecord(Outcome, points),
  /** 0–100: an open lead with an agreed next step. */
  conversion_next_step: points,
  /** Share of such calls that are booked within 14 days. */
  books_within_14_days: z.partialRecord(Outcome, share),
  /** Share of such calls after which there is a second contact. */
  second_contact: z.partialRecord(Outcome, share),
  /** The same where a follow-up is needed. */
  second_contact_followup: share,
});
export type WeightsSource = z.infer<typeof WeightsSource>;

/** A file of `rules/`: word classes, rules, checklists, weights, any of them. */
export const RuleFile = z.strictObject({
  classes: z.record(z.string().regex(/^[a-z_]+$/), z.array(z.string().min(1)).min(1)).default({}),
  rules: z.array(RuleSource).default([]),
  checklists: z.array(ChecklistSource).default([]),
  weights: WeightsSource.optional(),
});
export type RuleFile = z.infer<typeof RuleFile>;
