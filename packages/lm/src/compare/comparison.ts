import type { CallScore, Turn } from '@perezvon/contracts';
import { COMPARED_CHOICES, createChoiceTally, type ChoiceChange } from './choice-tally.js';
import { createFlagTally, type FlagChange } from './flag-tally.js';
import { COMPARED_FLAGS, type Truth } from './flags.js';
import { createNumberTally, NUMBER_METRICS, type NumberChange } from './number-tally.js';
import type { ComparisonState } from './state.js';

/** Two scores of the same call. */
export interface ScorePair {
  readonly before: CallScore;
  readonly after: CallScore;
  /** What is known to be right, where somebody said so. */
  readonly truth?: Truth | undefined;
  /** The call's transcript, so that an example knows the place of its quote. */
  readonly turns?: readonly Turn[] | null;
}

/** What changes between two ways of scoring, over all pairs added. Plain data: it can be stored and drawn anywhere. */
export interface ComparisonResult {
  readonly calls: number;
  /** Tags of the scores on either side, in the order they came. */
  readonly tagsBefore: readonly string[];
  readonly tagsAfter: readonly string[];
  /** Calls in which a flag, a choice or a number differs. */
  readonly changedCalls: number;
  readonly flags: readonly FlagChange[];
  readonly choices: readonly ChoiceChange[];
  readonly numbers: readonly NumberChange[];
}

export interface Comparison {
  /** @throws Error when the two scores are not of the same call */
  readonly add: (pair: ScorePair) => void;
  /** What was added so far; more may follow. Quotes are words of calls: only for those who may read transcripts. */
  readonly result: () => ComparisonResult;
  /** The same as `createComparison` takes it up again, in this process or another. */
  readonly state: () => ComparisonState;
}

const NOTHING: ComparisonState = {
  calls: 0,
  changedCalls: 0,
  tagsBefore: [],
  tagsAfter: [],
  flags: {},
  choices: {},
  numbers: {},
};

const isChanged = ({ before, after }: ScorePair): boolean => {
  if (before.valid_dialogue !== after.valid_dialogue || before.outcome !== after.outcome) return true;
  if (before.is_target !== after.is_target) return true;
  const { lm_version_tag: _, ...other } = after.metrics;
  const own = new Map<string, unknown>(Object.entries(before.metrics));
  return Object.entries(other).some(([name, value]) => own.get(name) !== value);
};

/**
 * Compares two ways of scoring call by call: rule sets, versions, a challenger. Pure; memory does not grow with the
 * number of calls.
 * @param begun a comparison's state: this one goes on with it
 */
export const createComparison = (begun: ComparisonState = NOTHING): Comparison => {
  const flags = COMPARED_FLAGS.map((flag) => createFlagTally(flag, begun.flags[flag]));
  const choices = COMPARED_CHOICES.map((choice) => createChoiceTally(choice, begun.choices[choice]));
  const numbers = NUMBER_METRICS.map((metric) => createNumberTally(metric, begun.numbers[metric]));
  // Few: a version lives for weeks.
  const tags = { before: new Set(begun.tagsBefore), after: new Set(begun.tagsAfter) };
  let { calls, changedCalls } = begun;
  return {
    add: (pair) => {
      const { before, after } = pair;
      if (before.history_id !== after.history_id)
        throw new Error(`scores of calls ${before.history_id} and ${after.history_id} cannot be compared`);
      calls += 1;
      if (isChanged(pair)) changedCalls += 1;
      tags.before.add(before.lm_version_tag);
      tags.after.add(after.lm_version_tag);
      for (const flag of flags) flag.add(pair);
      for (const choice of choices) choice.add(before, after);
      for (const number of numbers) number.add(before, after);
    },
    result: () => ({
      calls,
      tagsBefore: [...tags.before],
      tagsAfter: [...tags.after],
      changedCalls,
      flags: flags.map((flag) => flag.result()),
      choices: choices.map((choice) => choice.result()),
      numbers: numbers.map((number) => number.result()),
    }),
    state: () => ({
      calls,
      changedCalls,
      tagsBefore: [...tags.before],
      tagsAfter: [...tags.after],
      flags: Object.fromEntries(flags.map((flag, index) => [COMPARED_FLAGS[index], flag.state()])),
      choices: Object.fromEntries(choices.map((choice, index) => [COMPARED_CHOICES[index], choice.state()])),
      numbers: Object.fromEntries(numbers.map((number, index) => [NUMBER_METRICS[index], number.state()])),
    }),
  };
};
