import type { Dataset, Sample } from './dataset.js';
import type { Folds } from './folds.js';
import { fitLogistic, fitYesNo, scoresOf, type FitSettings, type Fitted } from './logistic.js';
import { QUESTIONS, type Question } from './questions.js';

export const WORD_SETTINGS: FitSettings = { pull: 0.002, rounds: 100 };

const fitChoice = (
  { answer, classes, asksEvents }: Question,
  samples: readonly Sample[],
  size: number,
  settings: FitSettings,
): Fitted => {
  const known = samples.filter(({ labels }) => answer(labels) >= 0);
  return fitLogistic(
    {
      rows: known.map(({ row, eventRow }) => (asksEvents ? eventRow : row)),
      answers: known.map(({ labels }) => answer(labels)),
      size,
      classes,
    },
    settings,
  );
};

/** Yes/no questions that read the calls in the same way, together. */
const fitAlike = (
  questions: readonly Question[],
  samples: readonly Sample[],
  size: number,
  settings: FitSettings,
): (readonly [Question, Fitted])[] => {
  const fitted = fitYesNo(
    {
      rows: samples.map(({ row, eventRow }) => (questions[0]?.asksEvents === true ? eventRow : row)),
      size,
    },
    questions.map(({ answer }) => samples.map(({ labels }) => answer(labels))),
    settings,
  );
  return fitted.flatMap((one, at) => {
    const question = questions[at];
    return question === undefined ? [] : [[question, one] as const];
  });
};

/** Weights of every question over the words, rules and states; hints play no part in it. */
export const fitWords = (samples: readonly Sample[], size: number, settings: FitSettings): Fitted[] => {
  const yesNo = QUESTIONS.filter(({ classes }) => classes === 1);
  const together = new Map([
    ...fitAlike(
      yesNo.filter(({ asksEvents }) => asksEvents),
      samples,
      size,
      settings,
    ),
    ...fitAlike(
      yesNo.filter(({ asksEvents }) => !asksEvents),
      samples,
      size,
      settings,
    ),
  ]);
  return QUESTIONS.map((question) => together.get(question) ?? fitChoice(question, samples, size, settings));
};

/** Log-odds of every target, in the order of the model's columns. */
const wordScores = ({ row, eventRow }: Sample, fitted: readonly Fitted[], size: number): Float64Array =>
  Float64Array.from(
    QUESTIONS.flatMap(({ asksEvents }, question) => {
      const one = fitted[question];
      return one === undefined ? [] : [...scoresOf(asksEvents ? eventRow : row, one, size)];
    }),
  );

/** Log-odds of every sample from a fit that has not seen its fold. */
export const unseenScores = (
  { samples, names }: Dataset,
  settings: FitSettings,
  folds: Folds,
  onFold?: () => void,
): Float64Array[] => {
  const scores = new Map<Sample, Float64Array>();
  for (let fold = 0; fold < folds.count; fold += 1) {
    const fitted = fitWords(
      samples.filter(({ id }) => folds.of(id) !== fold),
      names.length,
      settings,
    );
    for (const sample of samples) {
      if (folds.of(sample.id) === fold) scores.set(sample, wordScores(sample, fitted, names.length));
    }
    onFold?.();
  }
  return samples.map((sample) => scores.get(sample) ?? new Float64Array());
};
