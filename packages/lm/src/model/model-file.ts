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
export const CHOICE_NAMES = [
  'outcome',
  'followup_reason',
  'loss_reason',
] as const satisfies readonly Choice[];

export const choiceTarget = (choice: Choice, value: string): string => `${choice}.${value}`;

/** All columns of the model, in the order of the weights. */
export const TARGETS: readonly string[] = [
  ...YES_NO_TARGETS,
  ...CHOICE_NAMES.flatMap((choice) => CHOICES[choice].map((value) => choiceTarget(choice, value))),
];

/** Weights of one feature: target number, weight, target number, weight, … */
const Weights = z.array(z.number());

/** A set of answers that labelled dialogues have, and in how many of them; `cross_sell`: how many of those too. */
const AnswersTogether = z.strictObject({
  outcome: z.enum(DIALOGUE_OUTCOMES),
  target: z.boolean(),
  complaint: z.enum(['none', 'low', 'high']),
  churn: z.enum(['low', 'medium', 'high']),
  followup: z.enum(FOLLOWUP_REASONS).nullable(),
  lost: z.boolean(),
  calls: z.int().positive(),
  cross_sell: z.int().min(0),
});
export type AnswersTogether = z.infer<typeof AnswersTogether>;

/**
 * The fitted linear model, a data file made by `lm fit`.
 * `features`: a feature's name (`kind|speaker|unit|unit`) → its weights, as log-odds.
 * `hints`: what the telephony's own analysis says (`outcome=record`) → its weights, bounded so that it never outvotes words.
 * `together`: which answers labelled calls have together, so that no call gets answers that contradict each other.
 * `calibration`: log-odds → probability, and the probability from which a flag is raised.
 */
export const ModelFile = z.strictObject({
  about: z.string(),
  targets: z.array(z.string()),
  bias: z.array(z.number()),
  features: z.record(z.string(), Weights),
  hints: z.record(z.string(), Weights),
  together: z.array(AnswersTogether),
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
  together: [],
  calibration: {},
};

/** The file's text: a feature a line, so that a changed weight is a changed line. */
export const modelText = ({ features, together, ...rest }: ModelFile): string => {
  const head = JSON.stringify(rest).slice(0, -1);
  const sets = together.map((set) => JSON.stringify(set));
  const lines = Object.entries(features).map(
    ([name, weights]) => `${JSON.stringify(name)}:${JSON.stringify(weights)}`,
  );
  return `${head},"together":[\n${sets.join(',\n')}\n],"features":{\n${lines.join(',\n')}\n}}\n`;
};
