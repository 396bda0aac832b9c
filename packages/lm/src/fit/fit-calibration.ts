import { logit, sigmoid } from '../model/probability.js';
import { fitLogistic } from './logistic.js';

export interface Judged {
  /** Probability before calibration. */
  readonly probability: number;
  readonly isTrue: boolean;
  /** How many calls this one stands for; left out: itself. */
  readonly share?: number;
}

export interface Calibration {
  readonly slope: number;
  readonly shift: number;
  readonly threshold: number;
}

const SETTINGS = { pull: 0.002, rounds: 400 };
const DIGITS = 1000;
const round = (value: number): number => Math.round(value * DIGITS) / DIGITS;

/** Where the line is looked for. */
const LOWEST_LINE = 0.15;
const HIGHEST_LINE = 0.6;
const LINE_STEP = 0.01;
/** A line is judged together with its neighbours, so that no single call decides it. */
const SMOOTH_STEPS = 4;
/**
 * Rules are written with labelled calls in view, so unseen calls show fewer signs and score lower:
 * of all lines that are nearly as good as the best, the lowest is taken.
 */
const NEARLY_AS_GOOD = 0.995;

const f1At = (judged: readonly Judged[], line: number): number => {
  let hit = 0;
  let wrong = 0;
  for (const { probability, isTrue, share = 1 } of judged) {
    const raised = probability >= line;
    if (raised && isTrue) hit += share;
    else if (raised !== isTrue) wrong += share;
  }
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong);
};

/** The line with the best F1, judged together with its neighbours. */
export const bestLine = (judged: readonly Judged[]): number => {
  const lines: { line: number; value: number }[] = [];
  for (let line = LOWEST_LINE; line <= HIGHEST_LINE; line += LINE_STEP) {
    let value = 0;
    for (let step = -SMOOTH_STEPS; step <= SMOOTH_STEPS; step += 1)
      value += f1At(judged, line + step * LINE_STEP);
    lines.push({ line, value });
  }
  const best = Math.max(...lines.map(({ value }) => value));
  return round(lines.find(({ value }) => value >= best * NEARLY_AS_GOOD)?.line ?? LOWEST_LINE);
};

/** Probabilities as often right as they say, and the line with the best F1; from answers the fit has not seen. */
export const fitCalibration = (judged: readonly Judged[]): Calibration => {
  const rows = judged.map(({ probability }) => ({
    columns: Int32Array.of(0),
    values: Float64Array.of(logit(probability)),
  }));
  const { weights, bias } = fitLogistic(
    { rows, answers: judged.map(({ isTrue }) => (isTrue ? 1 : 0)), size: 1, classes: 1 },
    SETTINGS,
  );
  const slope = round(weights[0] ?? 1);
  const shift = round(bias[0] ?? 0);
  const after = judged.map(({ probability, isTrue }) => ({
    probability: sigmoid(slope * logit(probability) + shift),
    isTrue,
  }));
  return { slope, shift, threshold: bestLine(after) };
};
