import type { CallScore } from '@perezvon/contracts';
import type { ChoiceState } from './state.js';

const READ = {
  outcome: ({ outcome }) => outcome,
  churn_risk_level: ({ metrics }) => metrics.churn_risk_level,
  followup_reason: ({ metrics }) => metrics.followup_reason,
  loss_reason: ({ metrics }) => metrics.loss_reason,
} satisfies Readonly<Record<string, (score: CallScore) => string | null>>;
export type ComparedChoice = keyof typeof READ;
const isComparedChoice = (name: string): name is ComparedChoice => Object.hasOwn(READ, name);
export const COMPARED_CHOICES = Object.keys(READ).filter(isComparedChoice);

export interface Transition {
  /** null: not known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly calls: number;
}

export interface ChoiceChange {
  readonly choice: ComparedChoice;
  /** Calls in which at least one of the scores knows it. */
  readonly n: number;
  /** Share of them in which both say the same; null when there are none. */
  readonly sameShare: number | null;
  /** What became what, the most frequent first; only what changed. */
  readonly transitions: readonly Transition[];
}

export interface ChoiceTally {
  readonly add: (before: CallScore, after: CallScore) => void;
  readonly result: () => ChoiceChange;
  readonly state: () => ChoiceState;
}

const NOTHING: ChoiceState = { n: 0, same: 0, changed: [] };
const keyOf = ({ from, to }: Pick<Transition, 'from' | 'to'>): string => `${from ?? ''}>${to ?? ''}`;

/** Follows one choice among several values over pairs of scores. @param begun what was followed before */
export const createChoiceTally = (choice: ComparedChoice, begun: ChoiceState = NOTHING): ChoiceTally => {
  const read = READ[choice];
  // Bounded by the square of the few values a choice has.
  const changed = new Map<string, Transition>(begun.changed.map((one) => [keyOf(one), one]));
  let { n, same } = begun;
  return {
    add: (before, after) => {
      const [from, to] = [read(before), read(after)];
      if (from === null && to === null) return;
      n += 1;
      if (from === to) {
        same += 1;
        return;
      }
      const key = keyOf({ from, to });
      changed.set(key, { from, to, calls: (changed.get(key)?.calls ?? 0) + 1 });
    },
    result: () => ({
      choice,
      n,
      sameShare: n === 0 ? null : same / n,
      transitions: [...changed.values()].toSorted((a, b) => b.calls - a.calls),
    }),
    state: () => ({ n, same, changed: [...changed.values()] }),
  };
};
