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

/** Predicted minus true, per class. */
const residuals = (scores: Float64Array, answer: number): number[] =>
  scores.length === 1
    ? [sigmoid(scores[0] ?? 0) - answer]
    : softmax([...scores]).map((probability, one) => probability - (one === answer ? 1 : 0));

const gradient = (problem: FitProblem, at: Fitted, pull: number): Fitted => {
  const { rows, size, answers, classes, offsets } = problem;
  const weights = at.weights.map((weight) => weight * pull);
  const bias = new Float64Array(classes);
  const scores = new Float64Array(classes);
  rows.forEach((row, index) => {
    scoreRow(row, at, size, scores);
    const offset = offsets?.[index];
    if (offset !== undefined)
      for (let one = 0; one < classes; one += 1) scores[one] = (scores[one] ?? 0) + (offset[one] ?? 0);
    residuals(scores, answers[index] ?? 0).forEach((residual, one) => {
      const step = residual / rows.length;
      bias[one] = (bias[one] ?? 0) + step;
      for (let k = 0; k < row.columns.length; k += 1) {
        const cell = one * size + (row.columns[k] ?? 0);
        weights[cell] = (weights[cell] ?? 0) + step * (row.values[k] ?? 0);
      }
    });
  });
  return { weights, bias };
};

const move = (from: Float64Array, along: Float64Array, step: number): Float64Array =>
  from.map((value, index) => value + step * (along[index] ?? 0));

const difference = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, index) => value - (b[index] ?? 0));

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
      weights: move(next.weights, difference(next.weights, current.weights), carry),
      bias: move(next.bias, difference(next.bias, current.bias), carry),
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
