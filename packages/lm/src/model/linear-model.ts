import { CHOICES, choiceTarget, YES_NO_TARGETS, type Choice, type ModelFile } from './model-file.js';
import { closedUnits, featureKey, NO_UNIT, parseFeatureName, type Units } from './feature-space.js';
import { closedTable, type FeatureTable } from './feature-table.js';
import { compileTogether, type Together } from './together.js';
import { packWeights, type Weights } from './weights.js';

export type Row = Float64Array;

/** Where the targets stand in a row of weights; −1 for one that the model does not have. */
export interface Columns {
  /** In the order of `YES_NO_TARGETS`. */
  readonly yesNo: readonly number[];
  /** In the order of each choice's values. */
  readonly choices: Readonly<Record<Choice, readonly number[]>>;
}

/** The fitted model ready for use: one row of weights a feature, one column a target. */
export interface LinearModel {
  readonly targets: readonly string[];
  readonly targetIndex: ReadonlyMap<string, number>;
  readonly bias: Row;
  readonly features: FeatureTable;
  readonly weights: Weights;
  readonly hints: ReadonlyMap<string, Row>;
  readonly columns: Columns;
  readonly together: Together;
  readonly calibration: ModelFile['calibration'];
  readonly units: Units;
}

const rowOf = (name: string, flat: readonly number[], size: number): Row => {
  const row = new Float64Array(size);
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const target = flat[at] ?? -1;
    if (!Number.isInteger(target) || target < 0 || target >= size)
      throw new Error(`model: "${name}" names target ${target}`);
    row[target] = flat[at + 1] ?? 0;
  }
  return row;
};

const compileColumns = (targets: readonly string[]): Columns => {
  const of = (choice: Choice): number[] =>
    CHOICES[choice].map((value) => targets.indexOf(choiceTarget(choice, value)));
  return {
    yesNo: YES_NO_TARGETS.map((target) => targets.indexOf(target)),
    choices: {
      outcome: of('outcome'),
      followup_reason: of('followup_reason'),
      loss_reason: of('loss_reason'),
    },
  };
};

/** @throws Error naming the first feature whose name or weights are wrong */
export const compileModel = (file: ModelFile): LinearModel => {
  const size = file.targets.length;
  const parsed = Object.entries(file.features).map(([name, flat]) => {
    const parts = parseFeatureName(name);
    if (parts === null) throw new Error(`model: bad feature "${name}"`);
    return { parts, row: rowOf(name, flat, size) };
  });
  const units = closedUnits(parsed.flatMap(({ parts }) => parts.units));
  const keys = parsed.map(({ parts: { kind, speaker, units: names } }) => {
    const [first = '', second] = names;
    const secondUnit = second === undefined ? NO_UNIT : units.numberOf(second);
    return featureKey(kind, speaker, units.numberOf(first), secondUnit, units);
  });
  return {
    targets: file.targets,
    targetIndex: new Map(file.targets.map((target, index) => [target, index])),
    bias: Float64Array.from(file.bias),
    features: closedTable(keys, units),
    weights: packWeights(
      parsed.map(({ row }) => row),
      size,
    ),
    columns: compileColumns(file.targets),
    hints: new Map(Object.entries(file.hints).map(([name, flat]) => [name, rowOf(name, flat, size)])),
    together: compileTogether(file.together),
    calibration: file.calibration,
    units,
  };
};

export const WHOLE_CALL = -1;

/** A feature present in a call and where it was first seen; `turn` is `WHOLE_CALL` when it belongs to no turn. */
export interface FoundFeature {
  /** Its number in the model. */
  readonly feature: number;
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

/** Log-odds of every target: bias plus the weights of the features and hints found. */
export const logits = (
  { bias, weights, hints }: LinearModel,
  features: readonly FoundFeature[],
  given: readonly string[],
): Row => {
  const sums = weights.sumOf(features);
  for (let target = 0; target < sums.length; target += 1)
    sums[target] = (sums[target] ?? 0) + (bias[target] ?? 0);
  for (const hint of given)
    hints.get(hint)?.forEach((weight, target) => (sums[target] = (sums[target] ?? 0) + weight));
  return sums;
};
