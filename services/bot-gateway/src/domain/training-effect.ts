import { METRICS, MIN_CALLS_TO_COMPARE, type TrainingMetric } from '@perezvon/contracts';
import type { OperatorSample, OthersSample, Sample } from '@perezvon/db/trainings';
import { roundTo, type Better } from './compare.js';
import { MIN_OPERATORS } from './team-numbers.js';

const PERCENT = 100;

/** How a metric is told: points of a score, or per cent of the calls. */
type TrainingUnit = 'points' | 'percent';

/** In what a metric is told. */
export const unitOf = (metric: TrainingMetric): TrainingUnit =>
  metric === 'promise_kept' || METRICS[metric].kind === 'flag' ? 'percent' : 'points';

const betterOf = (metric: TrainingMetric): Better =>
  metric === 'promise_kept' ? 'more' : METRICS[metric].better;

/** A mean as it is told, in its unit. */
export const inUnit = (mean: number, metric: TrainingMetric): number =>
  unitOf(metric) === 'percent' ? mean * PERCENT : mean;

/** An operator before and after, and the others in the same days. */
export interface TrainingSamples {
  metric: TrainingMetric;
  before: OperatorSample;
  after: OperatorSample;
  othersBefore: OthersSample;
  othersAfter: OthersSample;
}

/** By how much a metric changed, in its unit, rounded as it is told; in 95 of 100 cases the truth lies in between. */
export interface Interval {
  by: number;
  low: number;
  high: number;
}

/**
 * What may be said of a training.
 * `few`: too few calls before or after. `measure_changed`: another LM version judged them, and there are no others whose
 * change would show by how much. Otherwise the change beyond the others' where there are others.
 */
export type TrainingVerdict =
  | { kind: 'few' }
  | { kind: 'measure_changed' }
  | { kind: 'better' | 'worse' | 'unclear'; change: Interval; isBeyondOthers: boolean };

/** A mean with its squared standard error and degrees of freedom. */
interface Estimate {
  mean: number;
  error: number;
  freedom: number;
}

/**
 * Of a share as Agresti and Caffo estimate it, with one call of each kind more: without it, a share of none would be
 * certain. Of a score the sample's own.
 */
const estimateOf = ({ calls, mean, variance }: Sample, unit: TrainingUnit): Estimate | null => {
  if (mean === null || variance === null) return null;
  const freedom = calls - 1;
  if (unit === 'points') return { mean, error: variance / calls, freedom };
  const padded = calls + 2;
  const share = (mean * calls + 1) / padded;
  return { mean: share, error: (share * (1 - share)) / padded, freedom };
};

/** Degrees of freedom of a difference whose two sides are spread differently (Welch, Satterthwaite). */
const welchFreedom = (a: Estimate, b: Estimate): number =>
  (a.error + b.error) ** 2 / (a.error ** 2 / a.freedom + b.error ** 2 / b.freedom);

/** The normal distribution's 0.975 quantile. */
const Z = 1.959964;
/** Student's 0.975 quantile (Cornish and Fisher's expansion): right to the third digit from 29 degrees on, and there are no fewer here. */
export const studentQuantile = (freedom: number): number =>
  Z + (Z ** 3 + Z) / (4 * freedom) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * freedom ** 2);

/** With one other operator his number alone would stand there. */
const isComparable = ({ calls, mean, operators }: OthersSample): boolean =>
  mean !== null && calls >= MIN_CALLS_TO_COMPARE && operators >= MIN_OPERATORS - 1;

/** The others' change in the same days; null: there are too few of them to tell. */
export const othersChange = ({ othersBefore, othersAfter }: TrainingSamples): number | null => {
  if (!isComparable(othersBefore) || !isComparable(othersAfter)) return null;
  return (othersAfter.mean ?? 0) - (othersBefore.mean ?? 0);
};

/**
 * The change with its interval, less the others'. Their own uncertainty is small and taken to be spread like his: the
 * roll-ups keep no spread.
 */
const changeOf = (samples: TrainingSamples): Interval | null => {
  const { metric, before, after, othersBefore, othersAfter } = samples;
  const unit = unitOf(metric);
  const [from, to] = [estimateOf(before, unit), estimateOf(after, unit)];
  if (from === null || to === null) return null;
  const others = othersChange(samples);
  const shared =
    others === null
      ? 0
      : (from.error * before.calls) / othersBefore.calls + (to.error * after.calls) / othersAfter.calls;
  const error = from.error + to.error;
  const reach = error === 0 ? 0 : studentQuantile(welchFreedom(from, to)) * Math.sqrt(error + shared);
  const told = (change: number): number => roundTo(inUnit(change, metric), 0) + 0;
  const middle = to.mean - from.mean - (others ?? 0);
  const by = (after.mean ?? 0) - (before.mean ?? 0) - (others ?? 0);
  return { by: told(by), low: told(middle - reach), high: told(middle + reach) };
};

const turnOf = ({ low, high }: Interval, better: Better): 'better' | 'worse' | 'unclear' => {
  if (low <= 0 && high >= 0) return 'unclear';
  return low > 0 === (better === 'more') ? 'better' : 'worse';
};

/** Whether more than one LM version judged the calls. */
export const isMixed = ({ before, after }: TrainingSamples): boolean =>
  new Set([...before.versions, ...after.versions]).size > 1;

/**
 * What a training came to, as far as the calls can tell. It says that the metric changed, not why. A change that the
 * rounded numbers do not show is none.
 */
export const judgeTraining = (samples: TrainingSamples): TrainingVerdict => {
  const { metric, before, after } = samples;
  if (Math.min(before.calls, after.calls) < MIN_CALLS_TO_COMPARE) return { kind: 'few' };
  const isBeyondOthers = othersChange(samples) !== null;
  if (isMixed(samples) && !isBeyondOthers) return { kind: 'measure_changed' };
  const change = changeOf(samples);
  return change === null
    ? { kind: 'few' }
    : { kind: turnOf(change, betterOf(metric)), change, isBeyondOthers };
};
