import type { CallRecord, CallScore } from '@perezvon/contracts';
import { versionTag } from '@perezvon/lm';
import { filesOf, type RulesetContent } from '../rulesets/content.js';
import type { ModelAnswer } from './answer.js';
import { AnswerScores, challengerContent, PROMPT_FILE, SCHEMA_FILE, SCORES_FILE } from './content.js';
import { verifyQuotes } from './quotes.js';
import { modelRequest, type AnswerFormat, type ModelRequest } from './request.js';
import { toScore } from './to-score.js';

/** One version of the language model: what it is asked and what is made of its answers. Pure. */
export interface Challenger {
  /** `v<semver>+<8 hex>`, as of the rules. */
  readonly tag: string;
  readonly content: RulesetContent;
  readonly request: (call: CallRecord, format: AnswerFormat) => ModelRequest;
  /** @returns the score, and how many quotes did not stand in the call */
  readonly read: (
    call: CallRecord,
    request: ModelRequest,
    answer: ModelAnswer,
  ) => { score: CallScore; refusedQuotes: number };
}

/**
 * @param model its name at the server
 * @param timezone the clinic's, IANA
 * @throws Error when the data files do not fit
 */
export const createChallenger = (model: string, timezone: string): Challenger => {
  const content = challengerContent(model);
  const tag = versionTag(filesOf(content));
  const scores = AnswerScores.parse(JSON.parse(content[SCORES_FILE] ?? ''));
  const schema: unknown = JSON.parse(content[SCHEMA_FILE] ?? '');
  const parts = { model, prompt: content[PROMPT_FILE] ?? '', schema };
  return {
    tag,
    content,
    request: (call, format) => modelRequest(call, parts, format),
    read: (call, { turns }, answer) => {
      const { proven, refused } = verifyQuotes(answer, turns, call);
      return { score: toScore(call, answer, proven, { tag, timezone, scores }), refusedQuotes: refused };
    },
  };
};
