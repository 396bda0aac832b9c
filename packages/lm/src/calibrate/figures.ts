import type { JudgedMetric } from '@perezvon/contracts';
import { DRAWS, interval, SEED, seeded, type Interval } from '../evaluate/bootstrap.js';

/** What one model says of a call whose truth is known. */
export interface Saying {
  readonly raised: boolean;
  /** Calibrated, 0–1. */
  readonly probability: number;
}

/** A call judged by the model as it is and by one that learned without it. */
export interface Trial {
  readonly isTrue: boolean;
  /** How many calls it stands for. */
  readonly share: number;
  readonly before: Saying;
  readonly after: Saying;
}

/** A figure with its 95 % interval, by drawing calls with replacement. */
export interface Figure extends Interval {
  readonly value: number;
}

export interface Figures {
  readonly precision: Figure;
  readonly recall: Figure;
  readonly f1: Figure;
  /** Mean squared error of the probability; less is better. */
  readonly brier: Figure;
}

export interface MetricFigures {
  readonly metric: JudgedMetric;
  /** Calls they are made of. */
  readonly n: number;
  readonly before: Figures;
  readonly after: Figures;
}

const NAMES = ['precision', 'recall', 'f1', 'brier'] as const;
type Values = Record<(typeof NAMES)[number], number>;
type Side = 'before' | 'after';

/** Nothing raised, nothing to raise: that is right. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

const valuesOf = (trials: readonly Trial[], side: Side): Values => {
  let hits = 0;
  let wrong = 0;
  let missed = 0;
  let errors = 0;
  let total = 0;
  for (const { isTrue, share, [side]: said } of trials) {
    if (said.raised && isTrue) hits += share;
    else if (said.raised) wrong += share;
    else if (isTrue) missed += share;
    errors += share * (said.probability - (isTrue ? 1 : 0)) ** 2;
    total += share;
  }
  return {
    precision: ratio(hits, hits + wrong),
    recall: ratio(hits, hits + missed),
    f1: ratio(2 * hits, 2 * hits + wrong + missed),
    brier: total === 0 ? 0 : errors / total,
  };
};

const figuresOf = (trials: readonly Trial[], side: Side): Figures => {
  const random = seeded(SEED);
  const drawn = Array.from({ length: DRAWS }, () =>
    valuesOf(
      trials.flatMap(() => trials[Math.floor(random() * trials.length)] ?? []),
      side,
    ),
  );
  const values = valuesOf(trials, side);
  const figure = (name: (typeof NAMES)[number]): Figure => ({
    value: values[name],
    ...interval(drawn.map((draw) => draw[name])),
  });
  return {
    precision: figure('precision'),
    recall: figure('recall'),
    f1: figure('f1'),
    brier: figure('brier'),
  };
};

/** Before and after, over the same calls. */
export const metricFigures = (metric: JudgedMetric, trials: readonly Trial[]): MetricFigures => ({
  metric,
  n: trials.length,
  before: figuresOf(trials, 'before'),
  after: figuresOf(trials, 'after'),
});
