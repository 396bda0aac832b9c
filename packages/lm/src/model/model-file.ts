import { FOLLOWUP_REASONS, LOSS_REASONS } from '@perezvon/contracts';
import { z } from 'zod';

/** Outcomes of a real dialogue; the others follow from the kind of recording, not from the words. */
export const DIALOGUE_OUTCOMES = [
  'record',
  'lead_no_record',
  'info_only',
  'refusal',
  'cancel',
  'reschedule',
  'complaint',
  'non_target',
] as const;
export type DialogueOutcome = (typeof DIALOGUE_OUTCOMES)[number];

/** Every yes/no question the model answers on its own. */
export const YES_NO_TARGETS = [
  'target',
  'complaint',
  'irritation',
  'followup',
  'lost',
  'churn_high',
  'churn_medium',
  'cross_sell',
] as const;
export type YesNoTarget = (typeof YES_NO_TARGETS)[number];

/** Groups of which exactly one holds. */
export const CHOICES = {
  outcome: DIALOGUE_OUTCOMES,
  followup_reason: FOLLOWUP_REASONS,
  loss_reason: LOSS_REASONS,
} as const;
export type Choice = keyof typeof CHOICES;

export const choiceTarget = (choice: Choice, value: string): string => `${choice}.${value}`;

/** All columns of the model, in the order of the weights. */
export const TARGETS: readonly string[] = [
  ...YES_NO_TARGETS,
  ...Object.entries(CHOICES).flatMap(([choice, values]) => values.map((value) => `${choice}.${value}`)),
];

/** Weights of one feature: target number, weight, target number, weight, … */
const Weights = z.array(z.number());

/**
 * The fitted linear model, a data file made by `lm fit`.
 * `features`: a feature's name (`kind|speaker|unit|unit`) → its weights, as log-odds.
 * `hints`: what the telephony's own analysis says (`outcome=record`) → its weights, bounded so that it never outvotes words.
 * `given`: how often a label holds in calls of each outcome, and at all.
 * `calibration`: log-odds → probability, and the probability from which a flag is raised.
 */
export const ModelFile = z.strictObject({
  about: z.string(),
  targets: z.array(z.string()),
  bias: z.array(z.number()),
  features: z.record(z.string(), Weights),
  hints: z.record(z.string(), Weights),
  given: z.record(z.string(), z.object({ base: z.number(), by: z.record(z.string(), z.number()) })),
  calibration: z.record(
    z.string(),
    z.object({ slope: z.number(), shift: z.number(), threshold: z.number() }),
  ),
});
export type ModelFile = z.infer<typeof ModelFile>;

/** Of a target that was never calibrated. */
export const DEFAULT_CALIBRATION = { slope: 1, shift: 0, threshold: 0.5 };

export const EMPTY_MODEL: ModelFile = {
  about: 'no model: every answer is its base rate',
  targets: [...TARGETS],
  bias: TARGETS.map(() => 0),
  features: {},
  hints: {},
  given: {},
  calibration: {},
};

/** The file's text: a feature a line, so that a changed weight is a changed line. */
export const modelText = ({ features, ...rest }: ModelFile): string => {
  const head = JSON.stringify(rest).slice(0, -1);
  const lines = Object.entries(features).map(
    ([name, weights]) => `${JSON.stringify(name)}:${JSON.stringify(weights)}`,
  );
  return `${head},"features":{\n${lines.join(',\n')}\n}}\n`;
};
