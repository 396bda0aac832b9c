import type { JudgedMetric } from '@perezvon/contracts';
import { decide, type Decision } from '../engine/decide.js';
import { foldOf } from '../fit/folds.js';
import type { LinearModel } from '../model/linear-model.js';
import type { Saying, Trial } from './figures.js';
import { learn, type Curriculum, type Learned } from './learn.js';
import { targetOf, type Lesson } from './lesson.js';
import { changedSums } from './words.js';

export const OUTER_FOLDS = 5;

const withCalibration = (model: LinearModel, { calibration }: Learned): LinearModel => ({
  ...model,
  calibration: {
    ...model.calibration,
    ...Object.fromEntries([...calibration].map(([metric, one]) => [targetOf(metric), one])),
  },
});

const sayingOf = ({ raised, probability }: Decision, metric: JudgedMetric): Saying => ({
  raised: raised[targetOf(metric)],
  probability: probability[targetOf(metric)],
});

/** What the model says of a call now. */
export const decideLesson = ({ sums, circumstances }: Lesson, model: LinearModel): Decision =>
  decide(model, sums, circumstances);

/** What the model said of a call, and says with what was learned without it. */
interface TriedOut {
  readonly before: Decision;
  readonly after: Decision;
}

const tryOut = (lesson: Lesson, model: LinearModel, learned: Learned): TriedOut => ({
  before: decideLesson(lesson, model),
  after: decide(
    withCalibration(model, learned),
    changedSums(lesson, learned.words, model),
    lesson.circumstances,
  ),
});

const trialOf = (lesson: Lesson, { before, after }: TriedOut, metric: JudgedMetric): Trial | null => {
  const truth = lesson.truths[metric];
  if (truth === undefined || truth.share === 0) return null;
  return { ...truth, before: sayingOf(before, metric), after: sayingOf(after, metric) };
};

/**
 * Judges every call by what was learned from the others (five folds), beside what the model says as it is. Calls that
 * stand for none are not judged.
 */
export const crossJudge = (
  lessons: readonly Lesson[],
  curriculum: Curriculum,
  model: LinearModel,
  onFold: () => void,
): Map<JudgedMetric, Trial[]> => {
  const trials = new Map(curriculum.calibrated.map((metric): [JudgedMetric, Trial[]] => [metric, []]));
  for (let fold = 0; fold < OUTER_FOLDS; fold += 1) {
    const isJudged = ({ historyId }: Lesson): boolean => foldOf(historyId, OUTER_FOLDS) === fold;
    const learned = learn(
      lessons.filter((lesson) => !isJudged(lesson)),
      curriculum,
      model,
    );
    for (const lesson of lessons.filter(isJudged)) {
      const tried = tryOut(lesson, model, learned);
      for (const [metric, known] of trials) {
        const trial = trialOf(lesson, tried, metric);
        if (trial !== null) known.push(trial);
      }
    }
    onFold();
  }
  return trials;
};
