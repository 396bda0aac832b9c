/** A share's interval, 0–1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile that leaves 2.5 % on each side. */
const Z_95 = 1.959_963_984_540_054;

/**
 * Wilson's score interval (1927) of a share at 95 %: unlike ± 2 standard errors it stays inside 0–1 and holds for small
 * counts, also when all or none succeed.
 * @returns null when nothing was counted
 */
export const wilsonInterval = (successes: number, n: number): ShareInterval | null => {
  if (n <= 0) return null;
  const share = successes / n;
  const square = Z_95 ** 2;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half = (Z_95 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  // At none and all the bounds are exactly 0 and 1; the arithmetic misses them by a rounding error.
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === n ? 1 : Math.min(1, middle + half),
  };
};
