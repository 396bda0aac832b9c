import type { JudgedMetric } from '@perezvon/contracts';
import { featureValue } from '../fit/dataset.js';
import type { Fitted } from '../fit/logistic.js';
import type { ModelFile } from '../model/model-file.js';
import type { Learned } from './learn.js';
import { targetOf } from './lesson.js';

const DIGITS = 1000;
const round = (value: number): number => Math.round(value * DIGITS) / DIGITS;

/** A row of the file (target, weight, target, weight, …) with one target's weight changed. */
const changedRow = (flat: readonly number[], column: number, change: number): number[] => {
  const weights = new Map<number, number>();
  for (let at = 0; at + 1 < flat.length; at += 2) weights.set(flat[at] ?? 0, flat[at + 1] ?? 0);
  weights.set(column, round((weights.get(column) ?? 0) + change));
  return [...weights]
    .filter(([, weight]) => weight !== 0)
    .toSorted(([a], [b]) => a - b)
    .flat();
};

/** Features stand in the file in the order of their numbers. */
const withWords = (file: ModelFile, metric: JudgedMetric, { weights, bias }: Fitted): ModelFile => {
  const column = file.targets.indexOf(targetOf(metric));
  const features = Object.entries(file.features).map(([name, flat], feature): [string, number[]] => [
    name,
    changedRow(flat, column, (weights[feature] ?? 0) * featureValue(name)),
  ]);
  return {
    ...file,
    features: Object.fromEntries(features),
    bias: file.bias.map((value, at) => (at === column ? round(value + (bias[0] ?? 0)) : value)),
  };
};

/**
 * The model file with what was learned of these metrics; all else stays as it is, to the byte.
 * @param about added to what the file says of itself
 */
export const applyLearned = (
  file: ModelFile,
  { words, calibration }: Learned,
  { metrics, about }: { metrics: readonly JudgedMetric[]; about: string },
): ModelFile => {
  let changed: ModelFile = { ...file, about: `${file.about}; ${about}` };
  for (const metric of metrics) {
    const fitted = words.get(metric);
    if (fitted !== undefined) changed = withWords(changed, metric, fitted);
    const curve = calibration.get(metric);
    if (curve !== undefined)
      changed = { ...changed, calibration: { ...changed.calibration, [targetOf(metric)]: curve } };
  }
  return changed;
};
