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

/** While fitting, the weights of one feature lie side by side: a row of a call touches one cache line a feature. */
const scoreRow = ({ columns, values }: FitRow, { weights, bias }: Fitted, into: Float64Array): void => {
  const classes = bias.length;
  into.set(bias);
  for (let at = 0; at < columns.length; at += 1) {
    const cell = (columns[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let one = 0; one < classes; one += 1)
      into[one] = (into[one] ?? 0) + (weights[cell + one] ?? 0) * value;
  }
};

/** Turns the log-odds of a row into "predicted minus true", in place. */
type ToResiduals = (scores: Float64Array, row: number) => void;

const ofChoice =
  (answers: readonly number[]): ToResiduals =>
  (scores, row) => {
    softmax([...scores]).forEach((probability, one) => {
      scores[one] = probability - (one === answers[row] ? 1 : 0);
    });
  };

const ofYesNo =
  (questions: readonly (readonly number[])[]): ToResiduals =>
  (scores, row) => {
    for (let one = 0; one < scores.length; one += 1)
      scores[one] = sigmoid(scores[one] ?? 0) - (questions[one]?.[row] ?? 0);
  };

const addOffset = (scores: Float64Array, offset: Float64Array | undefined): void => {
  if (offset === undefined) return;
  for (let one = 0; one < scores.length; one += 1) scores[one] = (scores[one] ?? 0) + (offset[one] ?? 0);
};

const addRow = ({ columns, values }: FitRow, weights: Float64Array, steps: Float64Array): void => {
  const classes = steps.length;
  for (let at = 0; at < columns.length; at += 1) {
    const cell = (columns[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let one = 0; one < classes; one += 1)
      weights[cell + one] = (weights[cell + one] ?? 0) + (steps[one] ?? 0) * value;
  }
};

const gradient = (problem: Descent, at: Fitted, pull: number): Fitted => {
  const { rows, toResiduals, classes, offsets, shares } = problem;
  const total = shares?.reduce((sum, share) => sum + share, 0) ?? rows.length;
  const weights = new Float64Array(at.weights.length);
  for (let cell = 0; cell < weights.length; cell += 1) weights[cell] = (at.weights[cell] ?? 0) * pull;
  const bias = new Float64Array(classes);
  const scores = new Float64Array(classes);
  for (const [index, row] of rows.entries()) {
    scoreRow(row, at, scores);
    addOffset(scores, offsets?.[index]);
    toResiduals(scores, index);
    const part = (shares?.[index] ?? 1) / total;
    for (let one = 0; one < classes; one += 1) {
      scores[one] = (scores[one] ?? 0) * part;
      bias[one] = (bias[one] ?? 0) + (scores[one] ?? 0);
    }
    addRow(row, weights, scores);
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

/** The steepest curvature of the logistic loss, for rows whose largest eigenvalue is 1. */
const CURVATURE = { yesNo: 0.25, choice: 0.5 };
const POWER_ROUNDS = 12;
/** Power iteration comes near the largest eigenvalue from below. */
const MARGIN = 1.1;

const lengthOf = (vector: Float64Array): number =>
  Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));

/**
 * The largest eigenvalue of the rows' second moments, the constant for the bias included: how large a step may be. Far
 * less than the longest row's square, which would make the steps needlessly small.
 */
const largestEigenvalue = ({ rows, size, shares }: Descent): number => {
  const total = shares?.reduce((sum, share) => sum + share, 0) ?? rows.length;
  let vector = new Float64Array(size + 1).fill(1 / Math.sqrt(size + 1));
  let largest = 0;
  for (let round = 0; round < POWER_ROUNDS; round += 1) {
    const next = new Float64Array(size + 1);
    for (const [index, { columns, values }] of rows.entries()) {
      let along = vector[size] ?? 0;
      for (let at = 0; at < columns.length; at += 1)
        along += (vector[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const part = (along * (shares?.[index] ?? 1)) / total;
      next[size] = (next[size] ?? 0) + part;
      for (let at = 0; at < columns.length; at += 1) {
        const cell = columns[at] ?? 0;
        next[cell] = (next[cell] ?? 0) + part * (values[at] ?? 0);
      }
    }
    largest = lengthOf(next);
    if (largest === 0) return 0;
    vector = next.map((value) => value / largest);
  }
  return largest * MARGIN;
};

/** From one feature's weights side by side to one class's. */
const byClass = (weights: Float64Array, size: number, classes: number): Float64Array => {
  const turned = new Float64Array(weights.length);
  for (let cell = 0; cell < size; cell += 1)
    for (let one = 0; one < classes; one += 1) turned[one * size + cell] = weights[cell * classes + one] ?? 0;
  return turned;
};

/** What descends: the rows, and how each answer's log-odds become residuals. */
interface Descent extends Omit<FitProblem, 'answers'> {
  readonly toResiduals: ToResiduals;
  readonly curvature: number;
}

/** Accelerated gradient descent with a fixed step. */
const descend = (problem: Descent, { pull, rounds }: FitSettings): Fitted => {
  const { size, classes, curvature } = problem;
  const step = -1 / (curvature * largestEigenvalue(problem) + pull);
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
  return { weights: byClass(current.weights, size, classes), bias: current.bias };
};

/**
 * L2-regularised logistic (or softmax) regression: no randomness, the same calls in the same order always give the same
 * weights.
 */
export const fitLogistic = ({ answers, ...rest }: FitProblem, settings: FitSettings): Fitted =>
  descend(
    rest.classes === 1
      ? { ...rest, toResiduals: ofYesNo([answers]), curvature: CURVATURE.yesNo }
      : { ...rest, toResiduals: ofChoice(answers), curvature: CURVATURE.choice },
    settings,
  );

/**
 * Several yes/no questions about the same rows at once: what each would get alone, several times faster.
 * @param questions for each question the rows' answers, 0 or 1
 */
export const fitYesNo = (
  { rows, size }: Pick<FitProblem, 'rows' | 'size'>,
  questions: readonly (readonly number[])[],
  settings: FitSettings,
): Fitted[] => {
  const { weights, bias } = descend(
    {
      rows,
      size,
      classes: questions.length,
      toResiduals: ofYesNo(questions),
      curvature: CURVATURE.yesNo,
    },
    settings,
  );
  return questions.map((_, one) => ({
    weights: weights.slice(one * size, (one + 1) * size),
    bias: bias.slice(one, one + 1),
  }));
};

/** Log-odds of one row, offsets not included. */
export const scoresOf = (
  { columns, values }: FitRow,
  { weights, bias }: Fitted,
  size: number,
): Float64Array =>
  bias.map((start, one) => {
    let sum = start;
    for (let at = 0; at < columns.length; at += 1)
      sum += (weights[one * size + (columns[at] ?? 0)] ?? 0) * (values[at] ?? 0);
    return sum;
  });
