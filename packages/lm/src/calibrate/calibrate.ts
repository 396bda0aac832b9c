import type { JudgedMetric } from '@perezvon/contracts';
import { compileModel, type LinearModel } from '../model/linear-model.js';
import type { ModelFile } from '../model/model-file.js';
import { applyLearned } from './apply.js';
import { crossJudge, OUTER_FOLDS } from './cross-judge.js';
import { curriculumOf, materialsOf, type Material } from './enough.js';
import { metricFigures, type MetricFigures } from './figures.js';
import { learn, type Curriculum } from './learn.js';
import type { Lesson } from './lesson.js';

/** Five folds with corrected words, five without, and the whole. */
export const CALIBRATE_STEPS = 2 * OUTER_FOLDS + 1;

export interface Calibrated {
  readonly materials: readonly Material[];
  /** Of the metrics that there is enough of, as they would be shipped. */
  readonly figures: readonly MetricFigures[];
  /** Metrics that became better on calls they were not fitted on: only these are changed. */
  readonly adopted: readonly JudgedMetric[];
  /** Those of them whose weights were corrected, not only their curve. */
  readonly worded: readonly JudgedMetric[];
  /** null: nothing became better. */
  readonly model: ModelFile | null;
}

/** Flags may become this much worse (F1) where the probabilities become better: less than one call in a hundred tells. */
const F1_SLACK = 0.01;

const isBetter = ({ before, after }: MetricFigures): boolean =>
  after.brier.value < before.brier.value && after.f1.value >= before.f1.value - F1_SLACK;

interface Tools {
  model: LinearModel;
  onStep: () => void;
}

/** The curves alone, and once more with corrected words where there is enough for them. */
const tryBoth = (
  lessons: readonly Lesson[],
  curriculum: Curriculum,
  { model, onStep }: Tools,
): { figures: MetricFigures[]; worded: JudgedMetric[] } => {
  const run = (worded: readonly JudgedMetric[]): Map<JudgedMetric, MetricFigures> => {
    const trials = crossJudge(lessons, { ...curriculum, worded }, model, onStep);
    return new Map([...trials].map(([metric, some]) => [metric, metricFigures(metric, some)]));
  };
  const curves = run([]);
  const words = curriculum.worded.length === 0 ? curves : run(curriculum.worded);
  const worded = curriculum.worded.filter(
    (metric) => (words.get(metric)?.after.brier.value ?? 1) < (curves.get(metric)?.after.brier.value ?? 0),
  );
  const figures = [...curves].map(([metric, plain]) =>
    worded.includes(metric) ? (words.get(metric) ?? plain) : plain,
  );
  return { figures, worded };
};

/**
 * Corrects a model by judged calls: probabilities and lines of each metric that there is enough of, weights where there is
 * much. Judged by cross-validation; a metric that does not become better stays as it is. Deterministic.
 * @param file the model that the lessons were read with
 * @param about what the corrected file says of its origin
 */
export const calibrateModel = (
  lessons: readonly Lesson[],
  file: ModelFile,
  { minCalls, about, onStep = () => {} }: { minCalls: number; about: string; onStep?: () => void },
): Calibrated => {
  const model = compileModel(file);
  const materials = materialsOf(lessons, model);
  const curriculum = curriculumOf(materials, minCalls);
  const { figures, worded } = tryBoth(lessons, curriculum, { model, onStep });
  const adopted = figures.filter(isBetter).map(({ metric }) => metric);
  const learned = learn(lessons, { calibrated: adopted, worded }, model);
  onStep();
  return {
    materials,
    figures,
    adopted,
    worded: worded.filter((metric) => adopted.includes(metric)),
    model: adopted.length === 0 ? null : applyLearned(file, learned, { metrics: adopted, about }),
  };
};
