import { readFileSync } from 'node:fs';
import { OUTCOMES } from '@perezvon/contracts';
import { REDACTION_VERSION } from '@perezvon/lm/redact';
import { z } from 'zod';
import type { RulesetContent } from '../rulesets/content.js';
import { answerSchema } from './answer.js';

/** The same distance from `src/challenger` and from `dist/challenger`. */
const DATA = new URL('../../challenger/', import.meta.url);

export const PROMPT_FILE = 'prompt.md';
export const SCHEMA_FILE = 'answer-schema.json';
export const SCORES_FILE = 'scores.json';
export const MODEL_FILE = 'model.json';

/** The same words get the same answer, as far as the model can. */
export const SAMPLING = { temperature: 0, seed: 1 } as const;
/** An answer takes some 300 tokens; more is a model that talks on. */
export const MAX_ANSWER_TOKENS = 2_000;

const points = z.int().min(0).max(100);

/** Points that stand for the model's choices: it is asked for choices only, a scale of its own would drift. */
export const AnswerScores = z.strictObject({
  /** By outcome; one that is left out has no conversion. */
  conversion: z.partialRecord(z.enum(OUTCOMES), points),
  /** An open lead with an agreed next step. */
  conversion_next_step: points,
  complaint_risk: z.strictObject({ none: points, low: points, high: points }),
  churn_risk: z.strictObject({ low: points, medium: points, high: points }),
  followup_needed: points,
  lost_opportunity: points,
  cross_sell: points,
});
export type AnswerScores = z.infer<typeof AnswerScores>;

const read = (name: string): string => readFileSync(new URL(name, DATA), 'utf8');

/**
 * Everything that decides what a model is asked and what is made of its answer: another prompt, schema, table of points,
 * redaction or model is another version, with a tag of its own.
 * @throws Error when the data files cannot be read
 */
export const challengerContent = (model: string): RulesetContent => ({
  [PROMPT_FILE]: read(PROMPT_FILE),
  [SCHEMA_FILE]: JSON.stringify(answerSchema(), null, 2),
  [SCORES_FILE]: read(SCORES_FILE),
  [MODEL_FILE]: JSON.stringify({
    model,
    ...SAMPLING,
    max_tokens: MAX_ANSWER_TOKENS,
    redaction: REDACTION_VERSION,
  }),
});
