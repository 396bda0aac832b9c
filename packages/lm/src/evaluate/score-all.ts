import type { LabelledCall } from '../fit/labelled.js';
import type { Ruleset } from '../rules/ruleset.js';
import { scoreCall } from '../score/score-call.js';
import type { Pair } from './evaluation.js';

export interface ScoreAllOptions {
  readonly timezone: string;
  /** Score from the words alone, as if the telephony had said nothing. */
  readonly withoutUpstream: boolean;
}

export const scoreAll = (
  calls: readonly LabelledCall[],
  ruleset: Ruleset,
  { timezone, withoutUpstream }: ScoreAllOptions,
): Pair[] =>
  calls.map(({ labels, ...call }) => ({
    labels,
    score: scoreCall(withoutUpstream ? { ...call, upstream: null } : call, ruleset, { timezone }),
  }));
