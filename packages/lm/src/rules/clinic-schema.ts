import { CALC_PROFILES, Direction } from '@perezvon/contracts';
import { z } from 'zod';
import {
  ChecklistKind,
  ChecklistOutcomes,
  MetricOfRule,
  Note,
  Phrase,
  RuledOutWhy,
  RuleId,
  RuleOrFamily,
  ExclusionScope,
  Share,
  StepId,
} from './schema.js';

/** What a clinic writes about itself: bounds that keep one document from slowing every call. */
const MAX_ENTRIES = 500;
const MAX_PHRASES = 200;

const Phrases = z.array(Phrase).min(1).max(MAX_PHRASES);

/** Instead of a rule: the words that speak for a metric without any rule. */
export const BARE_WORDS = 'model.words';

export const ClinicPhrases = z
  .strictObject({
    rule: RuleId.describe('The rule that also listens for these phrases; it keeps its id and its weight.'),
    phrases: Phrases,
    note: Note.optional(),
  })
  .describe('More ways to say what a rule listens for.');
export type ClinicPhrases = z.infer<typeof ClinicPhrases>;

export const ClinicExclusion = z
  .strictObject({
    rule: RuleOrFamily.describe(
      `The rule (or family) that these words never trigger; ${BARE_WORDS} for words that speak without a rule.`,
    ),
    phrases: Phrases,
    scope: ExclusionScope.default('words'),
    why: RuledOutWhy.default('idiom'),
    metric: MetricOfRule.optional().describe(
      `Under which metric the words are shown as set aside; the rule’s own without it. Needed for ${BARE_WORDS}.`,
    ),
    note: Note.optional(),
  })
  .refine(({ rule, metric }) => rule !== BARE_WORDS || metric !== undefined, {
    path: ['metric'],
    message: `expected the metric under which words set aside for ${BARE_WORDS} are shown`,
  })
  .describe('Words that never trigger a rule: they are shown as set aside, with the reason.');
export type ClinicExclusion = z.infer<typeof ClinicExclusion>;

const MAX_NAME = 80;

export const ClinicService = z.strictObject({
  name: z.string().min(1).max(MAX_NAME).describe('As the clinic calls it.'),
  said: Phrases.describe('As people call it.'),
});
export type ClinicService = z.infer<typeof ClinicService>;

export const ClinicStep = z
  .strictObject({
    id: StepId,
    done_by: z.array(RuleId).default([]).describe('The step is done when any of these rules is heard,'),
    phrases: z.array(Phrase).max(MAX_PHRASES).default([]).describe('or any of these from the operator.'),
    applies_after: z
      .array(RuleId)
      .optional()
      .describe('The step applies only when any of these is heard; without it, always.'),
  })
  .refine(({ done_by: rules, phrases }) => rules.length + phrases.length > 0, {
    path: ['done_by'],
    message: 'expected at least one rule in done_by or one phrase in phrases',
  });
export type ClinicStep = z.infer<typeof ClinicStep>;

/** Changes the shipped list of the same kind; a kind of its own is looked at before the shipped ones. */
export const ClinicChecklist = z.strictObject({
  kind: ChecklistKind.describe('A shipped kind is changed; another name makes a new list.'),
  direction: Direction.optional().describe('Only calls of this direction.'),
  outcomes: ChecklistOutcomes.optional().describe('Needed for a new list.'),
  replace: z.boolean().default(false).describe('true: only the steps below count; false: they are added.'),
  drop: z.array(StepId).default([]).describe('Steps of the shipped list that do not count here.'),
  steps: z
    .array(ClinicStep)
    .max(MAX_ENTRIES)
    .default([])
    .describe('A step with a shipped id takes its place, another one is added.'),
});
export type ClinicChecklist = z.infer<typeof ClinicChecklist>;

/** Beyond these a threshold is a switch: everything is raised, or nothing. */
const MIN_THRESHOLD = 0.1;
const MAX_THRESHOLD = 0.9;
const threshold = z.number().min(MIN_THRESHOLD).max(MAX_THRESHOLD).optional();

/** From which calibrated probability on a flag is raised; a metric that is not named keeps the shipped one. */
export const Thresholds = z
  .strictObject({
    complaint_risk_flag: threshold,
    followup_needed_flag: threshold,
    lost_opportunity_score: threshold,
    churn_risk_level: threshold.describe('For the level "high".'),
    cross_sell_potential: threshold,
  })
  .describe('Probability, 0.1–0.9, from which a flag is raised: lower raises more and errs more.');
export type Thresholds = z.infer<typeof Thresholds>;

const MAX_UPSTREAM_SHARE = 0.5;

export const ClinicWeights = z.strictObject({
  call_score: z
    .strictObject({
      checklist: Share.optional(),
      courtesy: Share.optional(),
      response: Share.optional(),
      result: Share.optional(),
      upstream: z.number().min(0).max(MAX_UPSTREAM_SHARE).optional(),
    })
    .default({})
    .describe('Shares of the whole-call score; what is not named keeps the shipped share.'),
  thresholds: Thresholds.default({}),
  thresholds_by_profile: z
    .partialRecord(z.enum(CALC_PROFILES), Thresholds)
    .default({})
    .describe('Other thresholds by day (default), at night (22–06) or on weekends, over those above.'),
});
export type ClinicWeights = z.infer<typeof ClinicWeights>;

export const ClinicServices = z.strictObject({
  offered: z.array(ClinicService).max(MAX_ENTRIES).default([]).describe('Counted as services of the clinic.'),
  not_offered: z
    .array(ClinicService)
    .max(MAX_ENTRIES)
    .default([])
    .describe(
      'What people ask for in vain: not counted as a service, and a caller who names nothing else is taken for no client.',
    ),
});
export type ClinicServices = z.infer<typeof ClinicServices>;

/** A clinic's own additions to the shipped rules: one document, `clinic.yaml`. */
export const ClinicAdditions = z.strictObject({
  phrases: z.array(ClinicPhrases).max(MAX_ENTRIES).default([]),
  exclusions: z.array(ClinicExclusion).max(MAX_ENTRIES).default([]),
  services: ClinicServices.prefault({}),
  checklists: z.array(ClinicChecklist).max(MAX_ENTRIES).default([]),
  weights: ClinicWeights.prefault({}),
});
export type ClinicAdditions = z.infer<typeof ClinicAdditions>;
