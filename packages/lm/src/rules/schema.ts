import { Direction, Outcome, RULED_OUT_WHY, SPEAKERS, METRIC_NAMES } from '@perezvon/contracts';
import { z } from 'zod';

/** Longer phrases are several phrases. */
const MAX_PHRASE_LETTERS = 1000;

export const Phrase = z
  .string()
  .min(1)
  .max(MAX_PHRASE_LETTERS)
  .describe(
    'Words in the order they are said: слово (any form), =слово (this form), слов* (begins so), *овна (ends so), @class, (а|б в|г) one of these, x? may be missing, <3> up to three other words.',
  );

export const RuleId = z
  .string()
  .regex(/^[a-z_]+\.[a-z_0-9]+$/, 'expected an id like complaint.broken_promise')
  .describe(
    'Stable name, family.name: it stands in stored evidence and feedback, so it is never reused for another meaning.',
  );

export const RuleOrFamily = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_0-9]+)?$/, 'expected a rule id like complaint.wait, or a family like complaint')
  .describe('A rule (family.name) or a whole family (family).');

export const SpeakerOrAny = z
  .enum([...SPEAKERS, 'any'])
  .describe('Whose turns are listened to; system is the telephony itself.');

export const Place = z
  .enum(['opening', 'closing', 'any'])
  .describe('Where in the call the phrases count: its first three turns, its last four, or anywhere.');

export const ExclusionScope = z
  .enum(['words', 'sentence', 'turn', 'near', 'after', 'call'])
  .describe(
    'How far the exclusion reaches: the same words, the same sentence, the same turn, two turns around, everything before it (after: it was said later), the whole call.',
  );

export const RuledOutWhy = z
  .enum(RULED_OUT_WHY)
  .describe('The reason people read beside the words that were set aside.');

export const MetricOfRule = z
  .enum(METRIC_NAMES)
  .describe('The metric this rule speaks for; without one it is only a tag for the others.');

export const Note = z.string().describe('For the next reader; no effect.');

const Exclusion = z
  .strictObject({ rule: RuleOrFamily, scope: ExclusionScope, why: RuledOutWhy })
  .describe('What rules this rule out when it is heard.');

const MAX_WEIGHT = 100;

/** One family of phrasings. */
export const RuleSource = z.strictObject({
  id: RuleId,
  speaker: SpeakerOrAny,
  place: Place.default('any'),
  metric: MetricOfRule.optional(),
  weight: z
    .number()
    .min(-MAX_WEIGHT)
    .max(MAX_WEIGHT)
    .default(0)
    .describe('−100…100 points for the metric, before the fitted weights are added.'),
  negatable: z
    .boolean()
    .default(false)
    .describe('Whether a «не», «ни», «без» before the phrase rules it out.'),
  unless: z.array(Exclusion).default([]),
  phrases: z.array(Phrase).min(1).describe('One way to say it a line.'),
  note: Note.optional(),
});
export type RuleSource = z.infer<typeof RuleSource>;

export const StepId = z
  .string()
  .regex(/^[a-z_]+$/, 'expected a name of small Latin letters and _, like next_step_said');

const StepSource = z.strictObject({
  id: StepId,
  done_by: z.array(RuleId).min(1).describe('The step is done when any of these rules is heard.'),
  applies_after: z
    .array(RuleId)
    .optional()
    .describe('The step applies only when any of these is heard; without it, always.'),
});
export type StepSource = z.infer<typeof StepSource>;

export const ChecklistKind = z
  .string()
  .regex(/^[a-z_]+$/, 'expected a name of small Latin letters and _, like booking');
export const ChecklistOutcomes = z
  .array(Outcome)
  .min(1)
  .describe('Calls that ended so are held against this list; the first list that fits is used.');

/** What an operator is expected to do in one kind of call. */
export const ChecklistSource = z.strictObject({
  kind: ChecklistKind,
  direction: Direction.optional().describe('Only calls of this direction; without it, both.'),
  outcomes: ChecklistOutcomes,
  steps: z.array(StepSource).min(1),
});
export type ChecklistSource = z.infer<typeof ChecklistSource>;

export const Share = z.number().min(0).max(1);
const Points = z.number().min(0).max(100);

/** Numbers behind the composed metrics: how much each part counts. */
export const WeightsSource = z.strictObject({
  call_score: z
    .strictObject({ checklist: Share, courtesy: Share, response: Share, result: Share, upstream: Share })
    .describe(
      'Shares of the whole-call score; upstream is what the telephony’s own score takes when it is there.',
    ),
  result: z
    .partialRecord(Outcome, Points)
    .describe('0–100: what an outcome is worth in the whole-call score.'),
  conversion: z.partialRecord(Outcome, Points).describe('0–100: how far the client got.'),
  conversion_next_step: Points.describe('0–100: an open lead with an agreed next step.'),
  books_within_14_days: z
    .partialRecord(Outcome, Share)
    .describe('Share of such calls that are booked within 14 days.'),
  second_contact: z
    .partialRecord(Outcome, Share)
    .describe('Share of such calls after which there is a second contact.'),
  second_contact_followup: Share.describe('The same where a follow-up is needed.'),
});
export type WeightsSource = z.infer<typeof WeightsSource>;

/** A rule that was taken out: its id stays taken. */
export const RetiredRule = z.strictObject({
  id: RuleId,
  since: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'expected an engine version like 1.1.0')
    .describe('The engine version that no longer had it.'),
  replaced_by: RuleId.optional().describe('The rule that listens for the same now.'),
  note: Note.optional(),
});
export type RetiredRule = z.infer<typeof RetiredRule>;

export const ClassName = z
  .string()
  .regex(/^[a-z_]+$/, 'expected a name of small Latin letters and _, like weekday');
export const ClassMembers = z
  .array(z.string().min(1).max(MAX_PHRASE_LETTERS))
  .min(1)
  .describe('Single words: слово (any form), =слово (this form), слов* (begins so), *овна (ends so).');

/** A file of `rules/`: word classes, rules, checklists, weights, retired ids, any of them. */
export const RuleFile = z.strictObject({
  classes: z
    .record(ClassName, ClassMembers)
    .default({})
    .describe('Word classes: any phrase may use one as @name, and the model reads a member as its class.'),
  rules: z.array(RuleSource).default([]).describe('Families of phrasing.'),
  checklists: z
    .array(ChecklistSource)
    .default([])
    .describe('What the operator is expected to do, one list a kind of call.'),
  weights: WeightsSource.optional().describe(
    'Numbers behind the composed metrics; in exactly one file of a directory.',
  ),
  retired: z
    .array(RetiredRule)
    .default([])
    .describe('Ids of rules that are gone: stored evidence names them, so no new rule may take one.'),
});
export type RuleFile = z.infer<typeof RuleFile>;
