import { judgeTogether } from '../engine/decide.js';
import { compileModel, type LinearModel, type Row } from '../model/linear-model.js';
import {
  DIALOGUE_OUTCOMES,
  EMPTY_MODEL,
  TARGETS,
  YES_NO_TARGETS,
  type AnswersTogether,
  type ModelFile,
} from '../model/model-file.js';
import { yesNoAnswer } from './answers.js';
import type { Dataset, Sample } from './dataset.js';
import type { Folds } from './folds.js';
import { fitCalibration } from './fit-calibration.js';
import { fitHints } from './fit-hints.js';
import { fitWords, unseenScores, WORD_SETTINGS } from './fit-words.js';
import type { Fitted } from './logistic.js';
import { QUESTIONS } from './questions.js';

const DIGITS = 1000;
const round = (value: number): number => Math.round(value * DIGITS) / DIGITS;
/** Smaller weights decide no call; without them the model is a quarter the size, and read and summed the faster. */
const SMALLEST_WEIGHT = 0.02;
/** The sets of answers that the calls have, the commonest first. */
const fitTogether = (samples: readonly Sample[]): AnswersTogether[] => {
  const sets = new Map<string, AnswersTogether>();
  for (const { labels } of samples) {
    const outcome = DIALOGUE_OUTCOMES.find((one) => one === labels.outcome);
    if (outcome === undefined) continue;
    const set = {
      outcome,
      target: labels.is_target === true,
      complaint: labels.complaint_risk ?? 'none',
      churn: labels.churn_risk ?? 'low',
      followup: labels.followup_reason,
      lost: labels.lost_opportunity === true,
    };
    const key = JSON.stringify(set);
    const { calls, cross_sell: cross } = sets.get(key) ?? { calls: 0, cross_sell: 0 };
    const isCross = labels.cross_sell === true;
    sets.set(key, { ...set, calls: calls + 1, cross_sell: cross + (isCross ? 1 : 0) });
  }
  return [...sets.entries()]
    .toSorted(([a, one], [b, other]) => other.calls - one.calls || (a < b ? -1 : 1))
    .map(([, set]) => set);
};

const addHints = (model: LinearModel, score: Row, hints: readonly string[]): Row => {
  const sum = Float64Array.from(score);
  for (const hint of hints)
    model.hints.get(hint)?.forEach((weight, target) => (sum[target] = (sum[target] ?? 0) + weight));
  return sum;
};

const fitCalibrations = (
  dataset: Dataset,
  unseen: readonly Float64Array[],
  model: LinearModel,
): ModelFile['calibration'] => {
  const joint = dataset.samples.map(({ hints }, index) =>
    judgeTogether(model, addHints(model, unseen[index] ?? new Float64Array(), hints)),
  );
  return Object.fromEntries(
    YES_NO_TARGETS.map((target, at) => [
      target,
      fitCalibration(
        dataset.samples.map(({ labels }, index) => ({
          probability: joint[index]?.labels[at] ?? 0,
          isTrue: yesNoAnswer(labels, target),
        })),
      ),
    ]),
  );
};

const featureTable = (
  { names, values, eventValues }: Dataset,
  fitted: readonly Fitted[],
): ModelFile['features'] => {
  const size = names.length;
  const rows = names.map((name, column): [string, number[]] => {
    const flat: number[] = [];
    let target = 0;
    for (const [question, { weights, bias }] of fitted.entries()) {
      const value = (QUESTIONS[question]?.asksEvents === true ? eventValues : values)[column] ?? 0;
      for (let one = 0; one < bias.length; one += 1) {
        const weight = (weights[one * size + column] ?? 0) * value;
        if (Math.abs(weight) >= SMALLEST_WEIGHT) flat.push(target, round(weight));
        target += 1;
      }
    }
    return [name, flat];
  });
  return Object.fromEntries(rows.filter(([, flat]) => flat.length > 0));
};

/**
 * Fits the model file on labelled dialogues. Deterministic: the same calls give the same bytes.
 * @param folds for what must not have seen a call: hints, probabilities and lines
 * @param onStep called after each of `fitSteps` steps, for a progress bar
 */
export const fitModel = (dataset: Dataset, about: string, folds: Folds, onStep?: () => void): ModelFile => {
  const { samples, names } = dataset;
  const unseen = unseenScores(dataset, WORD_SETTINGS, folds, onStep);
  const fitted = fitWords(samples, names.length, WORD_SETTINGS);
  onStep?.();
  const bare: ModelFile = {
    ...EMPTY_MODEL,
    about,
    together: fitTogether(samples),
    hints: fitHints(samples, unseen),
  };
  return {
    ...bare,
    targets: [...TARGETS],
    bias: fitted.flatMap(({ bias }) => [...bias].map(round)),
    features: featureTable(dataset, fitted),
    calibration: fitCalibrations(dataset, unseen, compileModel(bare)),
  };
};
/** The folds and the whole. */
export const fitSteps = ({ count }: Folds): number => count + 1;
