import { METRICS, type CallScore, type MetricName, type Metrics, METRIC_NAMES } from '@perezvon/contracts';
import type { HistogramState, NumberState } from './state.js';

type NumberMetric = {
  [Name in MetricName]: (typeof METRICS)[Name]['kind'] extends 'score' | 'probability' ? Name : never;
}[MetricName];

const isNumber = (name: MetricName): name is NumberMetric =>
  METRICS[name].kind === 'score' || METRICS[name].kind === 'probability';

export const NUMBER_METRICS: readonly NumberMetric[] = METRIC_NAMES.filter(isNumber);

/** What a metric looks like over the calls in which it is known. */
export interface NumberSummary {
  /** Calls in which the metric is known. */
  readonly n: number;
  /** null when it is known in none, as all that follows. */
  readonly mean: number | null;
  /** A tenth of the calls stands over this. */
  readonly p90: number | null;
  /** Share of the calls beyond the red line (for the whole-call score: under it); null for metrics without one. */
  readonly redShare: number | null;
}

export interface NumberChange {
  readonly metric: NumberMetric;
  readonly before: NumberSummary;
  readonly after: NumberSummary;
  /** Share of the calls known to both in which the number is the same; null when there are none. */
  readonly sameShare: number | null;
  /** Mean size of the change over the calls known to both; null when there are none. */
  readonly meanShift: number | null;
}

export interface NumberTally {
  readonly add: (before: CallScore, after: CallScore) => void;
  readonly result: () => NumberChange;
  readonly state: () => NumberState;
}

/** Probabilities are told to the thousandth, scores are whole. */
const STEPS: Readonly<Record<'score' | 'probability', number>> = { score: 1, probability: 1000 };
const TOP_TENTH = 0.9;

type Line = (value: number) => boolean;

const redLineOf = (metric: NumberMetric): Line | null => {
  const lines = METRICS[metric];
  if ('red' in lines) return (value) => value >= lines.red;
  return 'redUnder' in lines ? (value) => value < lines.redUnder : null;
};

/** Counts by value: exact quantiles in memory that does not grow with the calls. */
interface Histogram {
  readonly add: (value: number) => void;
  readonly result: () => NumberSummary;
  readonly state: () => HistogramState;
}

const EMPTY: HistogramState = { n: 0, sum: 0, red: 0, counts: [] };
const NOTHING: NumberState = { before: EMPTY, after: EMPTY, known: 0, same: 0, shift: 0 };

const createHistogram = (steps: number, isRed: Line | null, begun: HistogramState): Histogram => {
  const counts = new Map<number, number>(begun.counts);
  let { n, sum, red } = begun;
  const quantile = (share: number): number | null => {
    let left = Math.ceil(n * share);
    for (const [bin, count] of [...counts].toSorted(([a], [b]) => a - b)) {
      left -= count;
      if (left <= 0) return bin / steps;
    }
    return null;
  };
  return {
    add: (value) => {
      n += 1;
      sum += value;
      if (isRed?.(value) === true) red += 1;
      const bin = Math.round(value * steps);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    },
    result: () =>
      n === 0
        ? { n, mean: null, p90: null, redShare: null }
        : { n, mean: sum / n, p90: quantile(TOP_TENTH), redShare: isRed === null ? null : red / n },
    state: () => ({ n, sum, red, counts: [...counts] }),
  };
};

const valueOf = ({ metrics }: { readonly metrics: Metrics }, metric: NumberMetric): number | null =>
  metrics[metric];

/** Follows one number over pairs of scores. @param begun what was followed before */
export const createNumberTally = (metric: NumberMetric, begun: NumberState = NOTHING): NumberTally => {
  const steps = STEPS[METRICS[metric].kind];
  const isRed = redLineOf(metric);
  const histograms = {
    before: createHistogram(steps, isRed, begun.before),
    after: createHistogram(steps, isRed, begun.after),
  };
  let { known, same, shift } = begun;
  return {
    add: (before, after) => {
      const [from, to] = [valueOf(before, metric), valueOf(after, metric)];
      if (from !== null) histograms.before.add(from);
      if (to !== null) histograms.after.add(to);
      if (from === null || to === null) return;
      known += 1;
      if (from === to) same += 1;
      shift += Math.abs(to - from);
    },
    result: () => ({
      metric,
      before: histograms.before.result(),
      after: histograms.after.result(),
      sameShare: known === 0 ? null : same / known,
      meanShift: known === 0 ? null : shift / known,
    }),
    state: () => ({
      before: histograms.before.state(),
      after: histograms.after.state(),
      known,
      same,
      shift,
    }),
  };
};
