import { METRICS } from '@perezvon/contracts';
import type { Db } from '../client.js';
import { inWindow, type DayWindow } from './day-window.js';
import { PROBABILITY_STEPS, PROBABILITY_TOTAL, type RolledUpMetric } from './rolled-up-metrics.js';

/** What one metric was, over some calls. */
export interface MetricFigures {
  metric: RolledUpMetric;
  /** Calls in which it is known: the base of everything here. */
  calls: number;
  /** Of a score in points, of a flag the share of calls that raise it (0–1), of a probability 0–1; null: no calls. */
  mean: number | null;
  /** Calls over its red line; 0 too where it has no line (`redLineOf`). */
  red: number;
}

interface Sums {
  calls: number | null;
  total: number | null;
  red: number | null;
}

const figuresOf = (metric: RolledUpMetric, { calls, total, red }: Sums): MetricFigures => {
  const unit = METRICS[metric].kind === 'probability' ? PROBABILITY_TOTAL : 1;
  const known = calls ?? 0;
  return { metric, calls: known, mean: known === 0 ? null : (total ?? 0) / known / unit, red: red ?? 0 };
};

const NOTHING: Sums = { calls: null, total: null, red: null };
const SUMMED = { calls: true, total: true, red: true } as const;

/** The figures of some metrics over a window, in the order asked for; one that nobody has is there with 0 calls. */
export const listMetricFigures = async (
  db: Db,
  window: DayWindow,
  metrics: readonly RolledUpMetric[],
): Promise<MetricFigures[]> => {
  const rows = await db.metricRollup.groupBy({
    by: ['metric'],
    where: { metric: { in: [...metrics] }, ...inWindow(window) },
    _sum: SUMMED,
  });
  const sums = new Map(rows.map(({ metric, _sum }) => [metric, _sum]));
  return metrics.map((metric) => figuresOf(metric, sums.get(metric) ?? NOTHING));
};

/** How many calls had one value: points of a score, hundredths of a probability. */
interface ValueCount {
  value: number;
  calls: number;
}
/** The values that occurred, the smallest first. */
export type Histogram = readonly ValueCount[];

/**
 * How the values of some metrics are spread over a window: at most a hundred and one values a day each, however many
 * calls. Flags have none.
 */
export const listHistograms = async (
  db: Db,
  window: DayWindow,
  metrics: readonly RolledUpMetric[],
): Promise<Map<string, Histogram>> => {
  const rows = await db.metricHistogram.groupBy({
    by: ['metric', 'value'],
    where: { metric: { in: [...metrics] }, ...inWindow(window) },
    orderBy: [{ metric: 'asc' }, { value: 'asc' }],
    _sum: { calls: true },
  });
  const histograms = new Map<string, ValueCount[]>();
  for (const { metric, value, _sum } of rows) {
    const histogram = histograms.get(metric) ?? [];
    histogram.push({ value, calls: _sum.calls ?? 0 });
    histograms.set(metric, histogram);
  }
  return histograms;
};

const P90 = { share: 90, of: 100 } as const;

/**
 * The smallest value that at least nine in ten calls do not exceed. Exact for scores, to a hundredth for probabilities, in
 * the metric's own unit. null: no calls.
 */
export const p90Of = (metric: RolledUpMetric, histogram: Histogram): number | null => {
  const all = histogram.reduce((sum, { calls }) => sum + calls, 0);
  let seen = 0;
  for (const { value, calls } of histogram) {
    seen += calls;
    // In whole numbers: 0.9 × 110 is more than 99.
    if (seen * P90.of >= P90.share * all)
      return METRICS[metric].kind === 'probability' ? value / PROBABILITY_STEPS : value;
  }
  return null;
};
