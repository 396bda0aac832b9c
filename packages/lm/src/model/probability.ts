export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Keeps log-odds finite: 0 and 1 are never quite reached. */
const EDGE = 1e-6;

export const logit = (probability: number): number => {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(inside / (1 - inside));
};

export const softmax = (values: readonly number[]): number[] => {
  const highest = Math.max(...values);
  const exps = values.map((value) => Math.exp(value - highest));
  const sum = exps.reduce((total, value) => total + value, 0);
  return exps.map((value) => value / sum);
};

export const indexOfLargest = (values: readonly number[]): number =>
  values.reduce((best, value, index) => (value > (values[best] ?? -Infinity) ? index : best), 0);
