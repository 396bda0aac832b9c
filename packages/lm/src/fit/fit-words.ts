import type { Dataset, Sample } from './dataset.js';
import { fitLogistic, scoresOf, type FitSettings, type Fitted } from './logistic.js';
import { QUESTIONS } from './questions.js';

export const WORD_SETTINGS: FitSettings = { pull: 0.01, rounds: 100 };

/** Weights of every question over the words, rules and states; hints play no part in it. */
export const fitWords = (samples: readonly Sample[], size: number, settings: FitSettings): Fitted[] =>
  QUESTIONS.map(({ answer, classes }) => {
    const known = samples.filter(({ labels }) => answer(labels) >= 0);
    return fitLogistic(
      {
        rows: known.map(({ row }) => row),
        answers: known.map(({ labels }) => answer(labels)),
        size,
        classes,
      },
      settings,
    );
  });

/** Log-odds of every target, in the order of the model's columns. */
export const wordScores = ({ row }: Sample, fitted: readonly Fitted[], size: number): Float64Array =>
  Float64Array.from(fitted.flatMap((one) => [...scoresOf(row, one, size)]));

const FOLDS = 5;

/** A fixed, even spread that does not follow the order of the file. */
const SPREAD = 2654435761;
export const foldOf = (id: number, folds: number): number =>
  Math.floor((((id * SPREAD) % 2 ** 32) / 2 ** 32) * folds);

/** Log-odds of every sample from a fit that has not seen it. */
export const unseenScores = (
  { samples, names }: Dataset,
  settings: FitSettings,
  onFold?: () => void,
): Float64Array[] => {
  const scores = new Map<Sample, Float64Array>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const fitted = fitWords(
      samples.filter(({ id }) => foldOf(id, FOLDS) !== fold),
      names.length,
      settings,
    );
    for (const sample of samples) {
      if (foldOf(sample.id, FOLDS) === fold) scores.set(sample, wordScores(sample, fitted, names.length));
    }
    onFold?.();
  }
  return samples.map((sample) => scores.get(sample) ?? new Float64Array());
};
