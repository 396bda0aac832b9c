import {
  CHURN_LEVEL_FROM,
  CHURN_LEVELS,
  METRICS,
  type ChurnLevel,
  type MetricGroup,
} from '@perezvon/contracts';
import {
  p90Of,
  redLineOf,
  ROLLED_UP_METRICS,
  type Histogram,
  type MetricFigures,
  type RolledUpMetric,
} from '@perezvon/db/figures';
import { compare, percentOf, type Change, type Measured } from './compare.js';

/** The metrics of a part, in the order of the catalogue: what is raised before the score behind it. */
export const metricsOf = (group: MetricGroup): RolledUpMetric[] =>
  ROLLED_UP_METRICS.filter((metric) => METRICS[metric].group === group);

const PERCENT = 100;
/** A score of one to five is told to a tenth: whole steps would hide every change. */
const SHORT_SCALE_MAX = 5;

/** What one line of the table needs. */
export interface MetricLine {
  metric: RolledUpMetric;
  /** Calls in which the metric is known. */
  calls: number;
  kind: 'score' | 'flag' | 'probability';
  /** Digits behind the point that the metric is told with. */
  digits: number;
  /** Points of a score, per cent of a probability; null: no call has it. */
  mean: number | null;
  meanChange: Change | null;
  p90: number | null;
  /** Calls over the red line, a flag's raised ones; null: the metric has no line. */
  red: { count: number; percent: number | null; change: Change | null } | null;
}

interface Windows {
  now: MetricFigures;
  before: MetricFigures;
  histogram: Histogram;
}

/** One metric of two windows of the same length. Pure. */
export const metricLine = ({ now, before, histogram }: Windows): MetricLine => {
  const { metric } = now;
  const definition = METRICS[metric];
  const { kind, better } = definition;
  const digits = 'max' in definition && kind === 'score' && definition.max === SHORT_SCALE_MAX ? 1 : 0;
  const scale = kind === 'probability' ? PERCENT : 1;
  const scaled = (value: number | null) => (value === null ? null : value * scale);
  const mean = (figures: MetricFigures): Measured => ({ value: scaled(figures.mean), calls: figures.calls });
  const redShare = (figures: MetricFigures) => percentOf({ count: figures.red, base: figures.calls });
  return {
    metric,
    calls: now.calls,
    kind,
    digits,
    mean: scaled(now.mean),
    meanChange: compare(mean(now), mean(before), { better, digits }),
    p90: scaled(p90Of(metric, histogram)),
    red:
      redLineOf(metric) === null
        ? null
        : {
            count: now.red,
            percent: redShare(now).value,
            // More calls over the line are never good news, also where a high mean is.
            change: compare(redShare(now), redShare(before), {
              better: better === 'neither' ? 'neither' : 'less',
            }),
          },
  };
};

const levelOfScore = (score: number): ChurnLevel => {
  if (score >= CHURN_LEVEL_FROM.critical) return 'critical';
  if (score >= CHURN_LEVEL_FROM.high) return 'high';
  return score >= CHURN_LEVEL_FROM.medium ? 'medium' : 'low';
};

/** How many calls have each level of churn, from the scores that the levels are cut from. */
export const churnLevels = (histogram: Histogram): Record<ChurnLevel, number> => {
  const count = (level: ChurnLevel) =>
    histogram.filter(({ value }) => levelOfScore(value) === level).reduce((sum, { calls }) => sum + calls, 0);
  const [low, medium, high, critical] = CHURN_LEVELS;
  return {
    [low]: count(low),
    [medium]: count(medium),
    [high]: count(high),
    [critical]: count(critical),
  };
};
