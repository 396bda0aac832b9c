import { sigmoid, softmax } from '../model/probability.js';

/** One call as the fit sees it: the numbers of its features and how much each counts. */
export interface FitRow {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export interface FitProblem {
  readonly rows: readonly FitRow[];
  /** Number of features. */
  readonly size: number;
  /** Per row: for a yes/no question 0 or 1; for a choice the index of the answer. */
  readonly answers: readonly number[];
  /** 1 for a yes/no question, otherwise the number of values to choose from. */
  readonly classes: number;
  /** Per row: how many calls it stands for; left out, each for one. */
  readonly shares?: readonly number[] | undefined;
  /** Added to the log-odds of a row before the weights: what is already known. */
  readonly offsets?: readonly Float64Array[] | undefined;
}

export interface Fitted {
  /** classes × size */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

export interface FitSettings {
  /** Strength of the pull to zero, per call: larger trusts the calls less. */
  readonly pull: number;
  readonly rounds: number;
}

const squaredNorm = ({ values }: FitRow): number => values.reduce((sum, value) => sum + value * value, 1);

const scoreRow = (
  { columns, values }: FitRow,
  { weights, bias }: Fitted,
  size: number,
  into: Float64Array,
): void => {
  for (let one = 0; one < bias.length; one += 1) {
    let sum = bias[one] ?? 0;
    const start = one * size;
    for (let at = 0; at < columns.length; at += 1)
      sum += (weights[start + (columns[at] ?? 0)] ?? 0) * (values[at] ?? 0);
    into[one] = sum;
  }
};

/** Turns log-odds into "predicted minus true", in place. */
const toResiduals = (scores: Float64Array, answer: number): void => {
  if (scores.length === 1) {
    scores[0] = sigmoid(scores[0] ?? 0) - answer;
    return;
  }
  softmax([...scores]).forEach((probability, one) => {
    scores[one] = probability - (one === answer ? 1 : 0);
  });
};

const addOffset = (scores: Float64Array, offset: Float64Array | undefined): void => {
  if (offset === undefined) return;
  for (let one = 0; one < scores.length; one += 1) scores[one] = (scores[one] ?? 0) + (offset[one] ?? 0);
};

const addRow = ({ columns, values }: FitRow, weights: Float64Array, start: number, step: number): void => {
  for (let at = 0; at < columns.length; at += 1) {
    const cell = start + (columns[at] ?? 0);
    weights[cell] = (weights[cell] ?? 0) + step * (values[at] ?? 0);
  }
};

const gradient = (problem: FitProblem, at: Fitted, pull: number): Fitted => {
  const { rows, size, answers, classes, offsets, shares } = problem;
  const total = shares?.reduce((sum, share) => sum + share, 0) ?? rows.length;
  const weights = new Float64Array(at.weights.length);
  for (let cell = 0; cell < weights.length; cell += 1) weights[cell] = (at.weights[cell] ?? 0) * pull;
  const bias = new Float64Array(classes);
  const scores = new Float64Array(classes);
  for (const [index, row] of rows.entries()) {
    scoreRow(row, at, size, scores);
    addOffset(scores, offsets?.[index]);
    toResiduals(scores, answers[index] ?? 0);
    const part = (shares?.[index] ?? 1) / total;
    for (let one = 0; one < classes; one += 1) {
      const step = (scores[one] ?? 0) * part;
      bias[one] = (bias[one] ?? 0) + step;
      addRow(row, weights, one * size, step);
    }
  }
  return { weights, bias };
};

/** `from + step × along` */
const move = (from: Float64Array, along: Float64Array, step: number): Float64Array => {
  const moved = new Float64Array(from.length);
  for (let cell = 0; cell < moved.length; cell += 1)
    moved[cell] = (from[cell] ?? 0) + step * (along[cell] ?? 0);
  return moved;
};

/** Where `next` will be if it keeps going as it came from `current`. */
const carryOn = (next: Float64Array, current: Float64Array, carry: number): Float64Array => {
  const ahead = new Float64Array(next.length);
  for (let cell = 0; cell < ahead.length; cell += 1) {
    ahead[cell] = (next[cell] ?? 0) + carry * ((next[cell] ?? 0) - (current[cell] ?? 0));
  }
  return ahead;
};

/** The steepest curvature of the logistic loss for a row of norm 1. */
const CURVATURE = { yesNo: 0.25, choice: 0.5 };

/**
 * L2-regularised logistic (or softmax) regression by accelerated gradient descent with a fixed step:
 * no randomness, the same calls in the same order always give the same weights.
 */
export const fitLogistic = (problem: FitProblem, { pull, rounds }: FitSettings): Fitted => {
  const { rows, size, classes } = problem;
  const steepest = rows.reduce((most, row) => Math.max(most, squaredNorm(row)), 1);
  const step = -1 / ((classes === 1 ? CURVATURE.yesNo : CURVATURE.choice) * steepest + pull);
  let current: Fitted = { weights: new Float64Array(classes * size), bias: new Float64Array(classes) };
  let ahead = current;
  let momentum = 1;
  for (let round = 0; round < rounds; round += 1) {
    const slope = gradient(problem, ahead, pull);
    const next: Fitted = {
      weights: move(ahead.weights, slope.weights, step),
      bias: move(ahead.bias, slope.bias, step),
    };
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const carry = (momentum - 1) / nextMomentum;
    ahead = {
      weights: carryOn(next.weights, current.weights, carry),
      bias: carryOn(next.bias, current.bias, carry),
    };
    current = next;
    momentum = nextMomentum;
  }
  return current;
};

/** Log-odds of one row, offsets not included. */
export const scoresOf = (row: FitRow, fitted: Fitted, size: number): Float64Array => {
  const into = new Float64Array(fitted.bias.length);
  scoreRow(row, fitted, size, into);
  return into;
};
