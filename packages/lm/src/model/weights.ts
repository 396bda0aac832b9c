/** A fitted model's weights: few in each row are not zero, and a call sums some hundred rows. */
export interface Weights {
  /** Adds a feature's row to `sums`, one of which is for each target. */
  readonly addRow: (feature: number, sums: Float64Array) => void;
  /** The weights of all features for one target; empty for a target the model does not have. */
  readonly forTarget: (target: number) => Float64Array;
  /** Number of features. */
  readonly size: number;
}

/**
 * Packs the rows twice: without their zeros for sums, and by target for the question which features spoke for one.
 * Both stay small enough for the processor's cache.
 * @param rows one a feature, one number a target
 */
export const packWeights = (rows: readonly Float64Array[], targets: number): Weights => {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, feature) => {
    starts[feature + 1] = (starts[feature] ?? 0) + row.filter((weight) => weight !== 0).length;
  });
  const values = new Float64Array(starts[rows.length] ?? 0);
  const columns = new Uint16Array(values.length);
  rows.forEach((row, feature) => {
    let at = starts[feature] ?? 0;
    row.forEach((weight, target) => {
      if (weight === 0) return;
      values[at] = weight;
      columns[at] = target;
      at += 1;
    });
  });
  const byTarget = Array.from({ length: targets }, (_, target) =>
    Float64Array.from(rows, (row) => row[target] ?? 0),
  );
  return {
    addRow: (feature, sums) => {
      const end = starts[feature + 1] ?? 0;
      for (let at = starts[feature] ?? 0; at < end; at += 1) {
        const target = columns[at] ?? 0;
        sums[target] = (sums[target] ?? 0) + (values[at] ?? 0);
      }
    },
    forTarget: (target) => byTarget[target] ?? new Float64Array(),
    size: rows.length,
  };
};
