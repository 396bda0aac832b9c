import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import { buildDataset } from '../fit/dataset.js';
import { unseenScores, WORD_SETTINGS } from '../fit/fit-words.js';
import { spreadFolds } from '../fit/folds.js';
import { yesNoAnswer } from '../fit/answers.js';
import type { LabelledCall, Labels } from '../fit/labelled.js';
import { openRuleset } from '../fit/open-ruleset.js';
import type { LinearModel, Row } from '../model/linear-model.js';
import type { RulesetFile } from '../rules/ruleset-file.js';
import type { Ruleset } from '../rules/ruleset.js';
import { readLesson, targetOf, type KnownTruth, type Lesson } from './lesson.js';

const truthsOf = (labels: Labels): Lesson['truths'] =>
  Object.fromEntries(
    JUDGED_METRICS.map((metric): [JudgedMetric, KnownTruth] => [
      metric,
      { isTrue: yesNoAnswer(labels, targetOf(metric)), share: 1 },
    ]),
  );

/** Labelled dialogues as lessons: every metric is known, and each call stands for itself. */
export const labelledLessons = (calls: readonly LabelledCall[], ruleset: Ruleset): Lesson[] =>
  calls.flatMap(({ labels, ...call }) =>
    labels.valid_dialogue ? (readLesson(call, truthsOf(labels), ruleset) ?? []) : [],
  );

const withHints = (words: Row, hints: readonly string[], model: LinearModel): Row => {
  const sums = Float64Array.from(words);
  for (const hint of hints)
    model.hints.get(hint)?.forEach((weight, target) => (sums[target] = (sums[target] ?? 0) + weight));
  return sums;
};

/**
 * The same for calls that taught the model. What it says of them is remembered, not judged, so each is judged by words
 * fitted on the others (five folds); otherwise its probabilities would look far better than they are.
 * @param onStep called after each of `UNSEEN_STEPS` steps
 */
export const unseenLessons = (
  calls: readonly LabelledCall[],
  { files, ruleset }: { files: readonly RulesetFile[]; ruleset: Ruleset },
  onStep?: () => void,
): Lesson[] => {
  const dataset = buildDataset(calls, openRuleset(files));
  const words = unseenScores(dataset, WORD_SETTINGS, spreadFolds(UNSEEN_STEPS), onStep);
  const wordsOf = new Map(dataset.samples.map(({ id }, index) => [id, words[index]]));
  return labelledLessons(calls, ruleset).flatMap((lesson) => {
    const own = wordsOf.get(lesson.historyId);
    return own === undefined ? [] : [{ ...lesson, sums: withHints(own, lesson.hints, ruleset.model) }];
  });
};
/** One a fold. */
export const UNSEEN_STEPS = 5;
