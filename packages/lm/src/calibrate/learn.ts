import type { JudgedMetric } from '@perezvon/contracts';
import { judgeTogether, type Joint } from '../engine/decide.js';
import { bestLine, type Calibration, type Judged } from '../fit/fit-calibration.js';
import { foldOf } from '../fit/folds.js';
import { fitLogistic } from '../fit/logistic.js';
import type { LinearModel } from '../model/linear-model.js';
import { DEFAULT_CALIBRATION, YES_NO_TARGETS } from '../model/model-file.js';
import { logit, sigmoid } from '../model/probability.js';
import { targetOf, type Lesson } from './lesson.js';
import { changedSums, fitWordChanges, type WordChanges } from './words.js';

/** What was learned: corrections of the weights, and of how log-odds become a probability and a flag. */
export interface Learned {
  readonly words: WordChanges;
  readonly calibration: ReadonlyMap<JudgedMetric, Calibration>;
}

/** Which metrics have enough to learn from. */
export interface Curriculum {
  readonly calibrated: readonly JudgedMetric[];
  /** Those whose weights are corrected too. */
  readonly worded: readonly JudgedMetric[];
}

/** Folds within the calls that teach: probabilities are fitted on calls that the corrected words have not seen. */
const INNER_FOLDS = 4;
const SETTINGS = { pull: 0.002, rounds: 400 };
/** The present curve counts as if so many more calls had borne it out: few judgements move it little. */
const PRIOR_CALLS = 30;
const DIGITS = 1000;
const round = (value: number): number => Math.round(value * DIGITS) / DIGITS;

/** The model's own probability of a metric, before it is calibrated. */
const probabilityOf = ({ labels }: Joint, metric: JudgedMetric): number =>
  labels[YES_NO_TARGETS.indexOf(targetOf(metric))] ?? 0;

/** What the model, with corrections that have not seen the call, says of each. */
const unseenJoints = (
  lessons: readonly Lesson[],
  { worded }: Curriculum,
  model: LinearModel,
): Map<Lesson, Joint> => {
  if (worded.length === 0)
    return new Map(lessons.map((lesson) => [lesson, judgeTogether(model, lesson.sums)]));
  const joints = new Map<Lesson, Joint>();
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const isAside = ({ historyId }: Lesson): boolean => foldOf(historyId, INNER_FOLDS) === fold;
    const changes = fitWordChanges(
      lessons.filter((lesson) => !isAside(lesson)),
      worded,
      model,
    );
    for (const lesson of lessons.filter(isAside))
      joints.set(lesson, judgeTogether(model, changedSums(lesson, changes, model)));
  }
  return joints;
};

/** Where the present line comes to lie on a new curve: the same calls are raised. */
const sameLine = (
  present: Calibration,
  { slope, shift }: { readonly slope: number; readonly shift: number },
): number => {
  const odds = (logit(present.threshold) - present.shift) / present.slope;
  return round(sigmoid(slope * odds + shift));
};

/** One-sided 95 %. */
const CLEARLY = 1.645;
/** Three of three could be anything. */
const MIN_MOVED = 5;

/**
 * Whether another line rights clearly more calls than it wrongs (a sign test, by shares). The best of some forty lines is
 * partly luck: on a hundred calls, taking it each time makes flags worse.
 */
const isClearlyBetter = (judged: readonly Judged[], line: number, same: number): boolean => {
  let moved = 0;
  let gain = 0;
  let spread = 0;
  for (const { probability, isTrue, share = 1 } of judged) {
    const raised = probability >= line;
    if (raised === probability >= same) continue;
    moved += 1;
    gain += raised === isTrue ? share : -share;
    spread += share * share;
  }
  return moved >= MIN_MOVED && gain > CLEARLY * Math.sqrt(spread);
};

const lineFor = (judged: readonly Judged[], same: number): number => {
  const best = bestLine(judged);
  return isClearlyBetter(judged, best, same) ? best : same;
};

interface Point {
  /** Log-odds by the present curve. */
  readonly odds: number;
  readonly isTrue: boolean;
  readonly share: number;
}

/** A judged call, and a part of a call with the same odds that is true as often as the present curve says. */
const withPrior = (
  { probability, isTrue, share = 1 }: Judged,
  present: Calibration,
  part: number,
): Point[] => {
  const odds = present.slope * logit(probability) + present.shift;
  const yes = part * sigmoid(odds);
  return [
    { odds, isTrue, share },
    { odds, isTrue: true, share: yes },
    { odds, isTrue: false, share: part - yes },
  ];
};

/**
 * Corrects a calibration by what was judged: a logistic curve on top of the present one.
 * @returns a slope of at least 0: judgements that contradict the model flatten it and never turn it round
 */
export const correctCalibration = (present: Calibration, judged: readonly Judged[]): Calibration => {
  const points = judged.flatMap((one) => withPrior(one, present, PRIOR_CALLS / judged.length));
  const { weights, bias } = fitLogistic(
    {
      rows: points.map(({ odds }) => ({ columns: Int32Array.of(0), values: Float64Array.of(odds) })),
      answers: points.map(({ isTrue }) => (isTrue ? 1 : 0)),
      offsets: points.map(({ odds }) => Float64Array.of(odds)),
      shares: points.map(({ share }) => share),
      size: 1,
      classes: 1,
    },
    SETTINGS,
  );
  const stretch = Math.max(0, 1 + (weights[0] ?? 0));
  const slope = round(present.slope * stretch);
  const shift = round(present.shift * stretch + (bias[0] ?? 0));
  const after = judged.map((one) => ({
    ...one,
    probability: sigmoid(slope * logit(one.probability) + shift),
  }));
  return { slope, shift, threshold: lineFor(after, sameLine(present, { slope, shift })) };
};

const judgedOf = (
  lessons: readonly Lesson[],
  metric: JudgedMetric,
  joints: ReadonlyMap<Lesson, Joint>,
): Judged[] =>
  lessons.flatMap((lesson) => {
    const truth = lesson.truths[metric];
    const joint = joints.get(lesson);
    return truth === undefined || truth.share === 0 || joint === undefined
      ? []
      : [{ probability: probabilityOf(joint, metric), isTrue: truth.isTrue, share: truth.share }];
  });

/** Learns from judged calls; deterministic. */
export const learn = (lessons: readonly Lesson[], curriculum: Curriculum, model: LinearModel): Learned => {
  const joints = unseenJoints(lessons, curriculum, model);
  return {
    words: fitWordChanges(lessons, curriculum.worded, model),
    calibration: new Map(
      curriculum.calibrated.map((metric): [JudgedMetric, Calibration] => {
        const present = model.calibration[targetOf(metric)] ?? DEFAULT_CALIBRATION;
        return [metric, correctCalibration(present, judgedOf(lessons, metric, joints))];
      }),
    ),
  };
};
