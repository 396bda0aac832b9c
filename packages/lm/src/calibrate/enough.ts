import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import type { Decision } from '../engine/decide.js';
import type { LinearModel } from '../model/linear-model.js';
import { decideLesson } from './cross-judge.js';
import type { Curriculum } from './learn.js';
import { targetOf, type Lesson } from './lesson.js';

/** Judged calls of a metric that a curve of two numbers and a line can be fitted on at all. */
export const DEFAULT_MIN_CALLS = 60;
/** Of either answer: a curve needs both ends. */
export const MIN_EACH = 10;
/** Not raised now, and picked by nobody: without them nothing is known of what is missed. */
export const MIN_UNRAISED = 10;
/** Hundreds of words are weighed: fewer calls would be learned by heart. */
export const MIN_CALLS_FOR_WORDS = 200;
const MIN_EACH_FOR_WORDS = 40;

/** What there is to learn a metric from: calls that stand for others (share over 0). */
export interface Material {
  readonly metric: JudgedMetric;
  readonly calls: number;
  readonly yes: number;
  readonly no: number;
  readonly unraised: number;
  /** Picked because of their answer («Пропущено»): their words teach only. */
  readonly pickedOut: number;
}

/** Lessons with what the model says of them now. */
type Decided = readonly { readonly lesson: Lesson; readonly decision: Decision }[];

const materialOf = (lessons: Decided, metric: JudgedMetric): Material => {
  const known = lessons.flatMap(({ lesson, decision }) => {
    const truth = lesson.truths[metric];
    return truth === undefined ? [] : [{ truth, isRaised: decision.raised[targetOf(metric)] }];
  });
  const standing = known.filter(({ truth }) => truth.share > 0);
  const yes = standing.filter(({ truth }) => truth.isTrue).length;
  return {
    metric,
    calls: standing.length,
    yes,
    no: standing.length - yes,
    unraised: standing.filter(({ isRaised }) => !isRaised).length,
    pickedOut: known.length - standing.length,
  };
};

/** What there is of each metric. */
export const materialsOf = (lessons: readonly Lesson[], model: LinearModel): Material[] => {
  const decided = lessons.map((lesson) => ({ lesson, decision: decideLesson(lesson, model) }));
  return JUDGED_METRICS.map((metric) => materialOf(decided, metric));
};

/** Whether a metric's probabilities and line can be fitted. */
export const isEnough = ({ calls, yes, no, unraised }: Material, minCalls: number): boolean =>
  calls >= minCalls && Math.min(yes, no) >= MIN_EACH && unraised >= MIN_UNRAISED;

const isEnoughForWords = ({ calls, yes, no, pickedOut }: Material): boolean =>
  calls + pickedOut >= MIN_CALLS_FOR_WORDS && Math.min(yes + pickedOut, no) >= MIN_EACH_FOR_WORDS;

/** What can be learned. */
export const curriculumOf = (materials: readonly Material[], minCalls: number): Curriculum => {
  const enough = materials.filter((material) => isEnough(material, minCalls));
  return {
    calibrated: enough.map(({ metric }) => metric),
    worded: enough.filter(isEnoughForWords).map(({ metric }) => metric),
  };
};
