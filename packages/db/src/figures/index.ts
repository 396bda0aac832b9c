export { dayOfIso, isoDay, type DayWindow } from './day-window.js';
export { listLosses, type LossCount } from './loss-figures.js';
export {
  listHistograms,
  listMetricFigures,
  p90Of,
  type Histogram,
  type MetricFigures,
} from './metric-figures.js';
export {
  findPeriodNumbers,
  listDays,
  listOperatorNumbers,
  listShownVersions,
  listVersionDays,
  sumNumbers,
  type DayNumbers,
  type PeriodNumbers,
  type VersionDay,
} from './period-numbers.js';
export {
  PROBABILITY_STEPS,
  PROBABILITY_TOTAL,
  redLineOf,
  ROLLED_UP_METRICS,
  type RolledUpMetric,
} from './rolled-up-metrics.js';
export { listSources, type SourceNumbers } from './source-figures.js';
