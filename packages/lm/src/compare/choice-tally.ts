import type { CallScore } from '@perezvon/contracts';

const READ = {
  outcome: ({ outcome }) => outcome,
  churn_risk_level: ({ metrics }) => metrics.churn_risk_level,
  followup_reason: ({ metrics }) => metrics.followup_reason,
  loss_reason: ({ metrics }) => metrics.loss_reason,
} satisfies Readonly<Record<string, (score: CallScore) => string | null>>;
export type ComparedChoice = keyof typeof READ;
export const COMPARED_CHOICES = Object.keys(READ) as ComparedChoice[];

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
}

/** Follows one choice among several values over pairs of scores. */
export const createChoiceTally = (choice: ComparedChoice): ChoiceTally => {
  const read = READ[choice];
  // Bounded by the square of the few values a choice has.
  const changed = new Map<string, Transition>();
  let [n, same] = [0, 0];
  return {
    add: (before, after) => {
      const [from, to] = [read(before), read(after)];
      if (from === null && to === null) return;
      n += 1;
      if (from === to) {
        same += 1;
        return;
      }
      const key = `${from ?? ''}>${to ?? ''}`;
      changed.set(key, { from, to, calls: (changed.get(key)?.calls ?? 0) + 1 });
    },
    result: () => ({
      choice,
      n,
      sameShare: n === 0 ? null : same / n,
      transitions: [...changed.values()].toSorted((a, b) => b.calls - a.calls),
    }),
  };
};
