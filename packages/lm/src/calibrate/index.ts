export { CALIBRATE_STEPS, calibrateModel, type Calibrated } from './calibrate.js';
export {
  DEFAULT_MIN_CALLS,
  isEnough,
  MIN_CALLS_FOR_WORDS,
  MIN_EACH,
  MIN_UNRAISED,
  type Material,
} from './enough.js';
export type { Figure, Figures, MetricFigures } from './figures.js';
export { labelledLessons, UNSEEN_STEPS, unseenLessons } from './labelled-lessons.js';
export { readLesson, type KnownTruth, type Lesson } from './lesson.js';
export { feedbackTruths, type FeedbackTruths, type ScoredCounts } from './feedback-truths.js';
export { modelText, type ModelFile } from '../model/model-file.js';
export { readModelFile } from '../rules/read-model.js';
