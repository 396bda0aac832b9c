const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** A column that tells nothing. */
const GAP = '·';

/**
 * Numbers as a row of bars, from nothing (the lowest) to `top`: a bar twice as high is twice as much.
 * @param values 0 or more; null: not known, a dot
 */
export const sparkline = (values: readonly (number | null)[], top: number): string =>
  values
    .map((value) => {
      if (value === null) return GAP;
      const share = top === 0 ? 0 : Math.min(1, value / top);
      return BARS[Math.round(share * (BARS.length - 1))] ?? GAP;
    })
    .join('');
