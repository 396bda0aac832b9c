import { packPairs, pairedValue, sumPairs } from './paired-sums.js';

/** A fitted model's weights: a call sums some hundred rows of them. */
export interface Weights {
  /** For each target the sum of these features' weights, as log-odds; each feature at most once. */
  readonly sumOf: (features: readonly { readonly feature: number }[]) => Float64Array;
  /** One feature's weight for one target; 0 for a target the model does not have. */
  readonly of: (feature: number, target: number) => number;
  /** The weights of all features for one target; zeros for a target the model does not have. */
  readonly forTarget: (target: number) => Float64Array;
  /** Number of features. */
  readonly size: number;
}

/** Weights are written with three decimals, see `lm fit`: as whole thousandths their sums are exact. */
const STEPS = 1000;
const MOST = 2 ** 15 - 1;

const stepsOf = (weight: number): number => {
  const steps = Math.round(weight * STEPS);
  if (Math.abs(steps) > MOST)
    throw new Error(`model: weight ${weight} is over ${MOST / STEPS}, which no log-odds need`);
  return steps;
};

/**
 * @param rows one a feature, one number a target
 * @throws Error for weights that are out of all proportion
 */
export const packWeights = (rows: readonly Float64Array[], targets: number): Weights => {
  const steps = new Int16Array(rows.length * targets);
  rows.forEach((row, feature) => {
    for (let target = 0; target < targets; target += 1)
      steps[feature * targets + target] = stepsOf(row[target] ?? 0);
  });
  const pairs = packPairs(steps, targets);
  // Read from the same pairs: whoever asks has summed these rows just before, so they are near.
  const of = (feature: number, target: number): number => pairedValue(pairs, feature, target) / STEPS;
  return {
    sumOf: (features) => {
      const sums = sumPairs(pairs, features);
      for (let target = 0; target < targets; target += 1) sums[target] = (sums[target] ?? 0) / STEPS;
      return sums;
    },
    of,
    forTarget: (target) => Float64Array.from(rows, (_, feature) => of(feature, target)),
    size: rows.length,
  };
};
