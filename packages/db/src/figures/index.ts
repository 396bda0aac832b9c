export type { DayWindow } from './day-window.js';
export { listLosses, type LossCount } from './loss-figures.js';
export {
  listHistograms,
  listMetricDays,
  listMetricFigures,
  percentileOf,
  type Histogram,
  type MetricDay,
  type MetricFigures,
  type ValueCount,
} from './metric-figures.js';
export {
  findOperatorNumbers,
  findPeriodNumbers,
  listDays,
  listOperatorNumbers,
  listShownVersions,
  listVersionDays,
  sumNumbers,
  type DayNumbers,
  type OperatorNumbers,
  type PeriodNumbers,
  type VersionDay,
} from './period-numbers.js';
export {
  PROBABILITY_STEPS,
  PROBABILITY_TOTAL,
  redLineOf,
  ROLLED_UP_METRICS,
  type RedLine,
  type RolledUpMetric,
} from './rolled-up-metrics.js';
export { listSourceDays, listSources, type SourceDay, type SourceNumbers } from './source-figures.js';
