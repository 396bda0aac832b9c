import type { CallRecord, CallScore } from '@perezvon/contracts';
import { compileRuleset, scoreCall, type ScoreOptions } from '@perezvon/lm';
import { filesOf, type RulesetContent } from './content.js';

/** The engine with one version of its rules. */
export interface Engine {
  /** `v<semver>+<8 hex>` */
  tag: string;
  /** The clinic's, IANA: on its clock the words of a call are read. */
  timezone: string;
  /** Pure: the same call gets the same score. @throws for a bug only */
  score: (call: CallRecord) => CallScore;
}

/** Makes an engine of a version's content; takes about a second. @throws Error that says what it cannot read */
export type CompileEngine = (content: RulesetContent) => Engine;

/** The engine of `@perezvon/lm`. */
export const compileWith =
  (options: ScoreOptions): CompileEngine =>
  (content) => {
    const ruleset = compileRuleset(filesOf(content));
    return {
      tag: ruleset.tag,
      timezone: options.timezone,
      score: (call) => scoreCall(call, ruleset, options),
    };
  };
