import { judgeTogether } from '../engine/decide.js';
import { compileModel, type LinearModel, type Row } from '../model/linear-model.js';
import {
  DIALOGUE_OUTCOMES,
  EMPTY_MODEL,
  TARGETS,
  YES_NO_TARGETS,
  type ModelFile,
} from '../model/model-file.js';
import { yesNoAnswer } from './answers.js';
import type { Dataset, Sample } from './dataset.js';
import { fitCalibration } from './fit-calibration.js';
import { fitHints } from './fit-hints.js';
import { fitWords, unseenScores, WORD_SETTINGS } from './fit-words.js';
import type { Fitted } from './logistic.js';

const DIGITS = 1000;
const round = (value: number): number => Math.round(value * DIGITS) / DIGITS;
/** Weights under this change nothing that anybody would see. */
const SMALLEST_WEIGHT = 0.004;
/** Calls' worth of the general share that every outcome's share is mixed with. */
const PRIOR_CALLS = 3;
const SHARE_EDGE = 0.01;

const fitGiven = (samples: readonly Sample[]): ModelFile['given'] =>
  Object.fromEntries(
    YES_NO_TARGETS.map((target) => {
      const share = (some: readonly Sample[], prior: number): number => {
        const yes = some.filter(({ labels }) => yesNoAnswer(labels, target)).length;
        return Math.min(
          1 - SHARE_EDGE,
          Math.max(SHARE_EDGE, (yes + PRIOR_CALLS * prior) / (some.length + PRIOR_CALLS)),
        );
      };
      const base = share(samples, 0.5);
      const by = DIALOGUE_OUTCOMES.map((outcome) => [
        outcome,
        round(
          share(
            samples.filter(({ labels }) => labels.outcome === outcome),
            base,
          ),
        ),
      ]);
      return [target, { base: round(base), by: Object.fromEntries(by) }];
    }),
  );

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

const featureTable = ({ names, values }: Dataset, fitted: readonly Fitted[]): ModelFile['features'] => {
  const size = names.length;
  const rows = names.map((name, column): [string, number[]] => {
    const flat: number[] = [];
    let target = 0;
    for (const { weights, bias } of fitted) {
      for (let one = 0; one < bias.length; one += 1) {
        const weight = (weights[one * size + column] ?? 0) * (values[column] ?? 0);
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
 * @param onStep called after each of `FIT_STEPS` steps, for a progress bar
 */
export const fitModel = (dataset: Dataset, about: string, onStep?: () => void): ModelFile => {
  const { samples, names } = dataset;
  const unseen = unseenScores(dataset, WORD_SETTINGS, onStep);
  const fitted = fitWords(samples, names.length, WORD_SETTINGS);
  onStep?.();
  const bare: ModelFile = {
    ...EMPTY_MODEL,
    about,
    given: fitGiven(samples),
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
/** Five folds and the whole. */
export const FIT_STEPS = 6;
