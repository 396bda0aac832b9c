import { DIALOGUE_OUTCOMES, type ModelFile } from './model-file.js';
import { closedUnits, featureKey, NO_UNIT, parseFeatureName, type Units } from './feature-space.js';

export type Row = Float64Array;

/** The fitted model ready for use: one row of weights a feature, one column a target. */
export interface LinearModel {
  readonly targets: readonly string[];
  readonly targetIndex: ReadonlyMap<string, number>;
  readonly bias: Row;
  readonly weights: ReadonlyMap<number, Row>;
  readonly hints: ReadonlyMap<string, Row>;
  /** Per yes/no target and outcome: how much likelier (yes, no) the label is in such calls than in any call. */
  readonly leanings: ReadonlyMap<string, readonly (readonly [number, number])[]>;
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

/** Labels are not independent, so what one says of the outcome counts for less than it would alone (cross-validated). */
const LEAN = 0.4;

const compileLeanings = (given: ModelFile['given']): LinearModel['leanings'] =>
  new Map(
    Object.entries(given).map(([target, { base, by }]) => [
      target,
      DIALOGUE_OUTCOMES.map((outcome): readonly [number, number] => {
        const share = by[outcome] ?? base;
        return [(share / base) ** LEAN, ((1 - share) / (1 - base)) ** LEAN];
      }),
    ]),
  );

/** @throws Error naming the first feature whose name or weights are wrong */
export const compileModel = (file: ModelFile): LinearModel => {
  const size = file.targets.length;
  const parsed = Object.entries(file.features).map(([name, flat]) => {
    const parts = parseFeatureName(name);
    if (parts === null) throw new Error(`model: bad feature "${name}"`);
    return { parts, row: rowOf(name, flat, size) };
  });
  const units = closedUnits(parsed.flatMap(({ parts }) => parts.units));
  const weights = new Map(
    parsed.map(
      ({
        parts: {
          kind,
          speaker,
          units: [first = '', second],
        },
        row,
      }) => [
        featureKey(
          kind,
          speaker,
          [units.numberOf(first), second === undefined ? NO_UNIT : units.numberOf(second)],
          units,
        ),
        row,
      ],
    ),
  );
  return {
    targets: file.targets,
    targetIndex: new Map(file.targets.map((target, index) => [target, index])),
    bias: Float64Array.from(file.bias),
    weights,
    hints: new Map(Object.entries(file.hints).map(([name, flat]) => [name, rowOf(name, flat, size)])),
    leanings: compileLeanings(file.given),
    calibration: file.calibration,
    units,
  };
};

/** A feature present in a call and where it was first seen; `turn` −1 when it belongs to the whole call. */
export interface FoundFeature {
  readonly key: number;
  /** Its weights, one a target. */
  readonly row: Row;
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

const addRow = (sums: Row, row: Row): void => {
  for (let target = 0; target < sums.length; target += 1)
    sums[target] = (sums[target] ?? 0) + (row[target] ?? 0);
};

/** Log-odds of every target: bias plus the weights of the features and hints found. */
export const logits = (
  model: LinearModel,
  features: ReadonlyMap<number, FoundFeature>,
  hints: readonly string[],
): Row => {
  const sums = Float64Array.from(model.bias);
  for (const { row } of features.values()) addRow(sums, row);
  for (const hint of hints) {
    const row = model.hints.get(hint);
    if (row !== undefined) addRow(sums, row);
  }
  return sums;
};
