import type { Sample } from './dataset.js';
import { fitLogistic, type FitRow } from './logistic.js';
import { QUESTIONS } from './questions.js';

/** A hint may move the log-odds by this much at most: it never outvotes plain words. */
const MAX_HINT = 0.6;
const HINT_SETTINGS = { pull: 0.02, rounds: 300 };
const DIGITS = 1000;

const clip = (weight: number): number =>
  Math.round(Math.max(-MAX_HINT, Math.min(MAX_HINT, weight)) * DIGITS) / DIGITS;

/**
 * What the telephony's analysis adds to what the words already say: fitted on top of log-odds
 * that have not seen the call, so that a hint only earns weight where words fall short.
 */
export const fitHints = (
  samples: readonly Sample[],
  unseen: readonly Float64Array[],
): Record<string, number[]> => {
  const names = [...new Set(samples.flatMap(({ hints }) => hints))].toSorted();
  const columnOf = new Map(names.map((name, column) => [name, column]));
  const rowOf = ({ hints }: Sample): FitRow => {
    const columns = Int32Array.from(hints, (hint) => columnOf.get(hint) ?? 0);
    return { columns, values: new Float64Array(columns.length).fill(1) };
  };
  const weights: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  let firstColumn = 0;
  for (const { answer, classes } of QUESTIONS) {
    const start = firstColumn;
    const known = samples.flatMap((sample, index) =>
      answer(sample.labels) >= 0 && sample.hints.length > 0
        ? [{ sample, score: unseen[index] ?? new Float64Array() }]
        : [],
    );
    const fitted = fitLogistic(
      {
        rows: known.map(({ sample }) => rowOf(sample)),
        answers: known.map(({ sample }) => answer(sample.labels)),
        offsets: known.map(({ score }) => score.slice(start, start + classes)),
        size: names.length,
        classes,
      },
      HINT_SETTINGS,
    );
    names.forEach((name, column) => {
      for (let one = 0; one < classes; one += 1) {
        const weight = clip(fitted.weights[one * names.length + column] ?? 0);
        if (weight !== 0) weights[name]?.push(start + one, weight);
      }
    });
    firstColumn += classes;
  }
  return weights;
};
