const FULL = 100;

export const clampScore = (value: number): number => Math.max(0, Math.min(FULL, Math.round(value)));

/** `[probability, score]` points in rising order. */
export type ScalePoints = readonly (readonly [number, number])[];

/** Straight lines between the points, so that a score says on which side of a line a probability is. */
export const scoreOn = (points: ScalePoints, probability: number): number => {
  const next = points.findIndex(([from]) => probability < from);
  if (next === 0) return points[0]?.[1] ?? 0;
  const [lowP, low] = points[(next < 0 ? points.length : next) - 1] ?? [0, 0];
  const [highP, high] = points[next < 0 ? points.length - 1 : next] ?? [1, FULL];
  if (highP === lowP) return low;
  // Floor below the next line: a score reaches a line only together with its probability.
  return Math.floor(low + ((probability - lowP) / (highP - lowP)) * (high - low));
};
