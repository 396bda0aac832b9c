/** The share of `quantile` that halves the values. */
export const MEDIAN = 0.5;

/** The value that a share of the sorted values does not exceed (nearest rank). @param values at least one */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
  if (value === undefined) throw new Error('no values, no quantile');
  return value;
};
