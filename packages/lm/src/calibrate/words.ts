import type { JudgedMetric } from '@perezvon/contracts';
import { fitLogistic, scoresOf, type FitSettings, type Fitted } from '../fit/logistic.js';
import type { LinearModel, Row } from '../model/linear-model.js';
import { targetOf, type Lesson } from './lesson.js';

/** What is added to the weights of each metric's target. */
export type WordChanges = ReadonlyMap<JudgedMetric, Fitted>;

/** Twenty times the pull of the fit itself: a few hundred calls correct a model, they do not replace it. */
const SETTINGS: FitSettings = { pull: 0.2, rounds: 60 };

/** Fits, on top of what the model says already, how the words of these calls should count. */
export const fitWordChanges = (
  lessons: readonly Lesson[],
  metrics: readonly JudgedMetric[],
  model: LinearModel,
): WordChanges =>
  new Map(
    metrics.map((metric): [JudgedMetric, Fitted] => {
      const known = lessons.filter(({ truths }) => truths[metric] !== undefined);
      const column = model.targetIndex.get(targetOf(metric)) ?? -1;
      const fitted = fitLogistic(
        {
          rows: known.map(({ row }) => row),
          answers: known.map(({ truths }) => (truths[metric]?.isTrue === true ? 1 : 0)),
          offsets: known.map(({ sums }) => Float64Array.of(sums[column] ?? 0)),
          size: model.weights.size,
          classes: 1,
        },
        SETTINGS,
      );
      return [metric, fitted];
    }),
  );

/** The call's log-odds with the changes. */
export const changedSums = (lesson: Lesson, changes: WordChanges, model: LinearModel): Row => {
  if (changes.size === 0) return lesson.sums;
  const sums = Float64Array.from(lesson.sums);
  for (const [metric, fitted] of changes) {
    const column = model.targetIndex.get(targetOf(metric)) ?? -1;
    const [change = 0] = scoresOf(lesson.row, fitted, model.weights.size);
    sums[column] = (sums[column] ?? 0) + change;
  }
  return sums;
};
