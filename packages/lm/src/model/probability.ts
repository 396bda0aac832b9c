export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Keeps log-odds finite: 0 and 1 are never quite reached. */
const EDGE = 1e-6;

export const logit = (probability: number): number => {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(inside / (1 - inside));
};

export const softmax = (values: readonly number[]): number[] => {
  // Plain loops: a call asks for it five times, once over all sets of answers.
  let highest = -Infinity;
  for (const value of values) if (value > highest) highest = value;
  const shares: number[] = [];
  let sum = 0;
  for (const value of values) {
    const share = Math.exp(value - highest);
    shares.push(share);
    sum += share;
  }
  for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / sum;
  return shares;
};

export const indexOfLargest = (values: readonly number[]): number =>
  values.reduce((best, value, index) => (value > (values[best] ?? -Infinity) ? index : best), 0);
