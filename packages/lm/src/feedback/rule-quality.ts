import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import type { DecidedCall } from './decide-calls.js';
import { wilsonInterval, type ShareInterval } from './wilson.js';

/** A rule that is right less often than this … */
const SUSPECT_PRECISION = 0.6;
/** … in at least so many judged calls is suspect: fewer could be chance. */
const SUSPECT_MIN_CALLS = 20;

/** How often raising was right. Calls, not votes; disputed ones are in neither count. */
export interface Precision {
  readonly confirmed: number;
  readonly falseAlarms: number;
  /** confirmed + falseAlarms */
  readonly n: number;
  /** 0–1: confirmed / n; null when nothing was judged. */
  readonly precision: number | null;
  /** Wilson, 95 %. */
  readonly interval: ShareInterval | null;
}

export interface MetricQuality extends Precision {
  readonly metric: JudgedMetric;
  /** Calls in which it was not raised and should have been. A count, not a recall: nobody looks through all the others. */
  readonly missed: number;
  readonly disputed: number;
}

export interface RuleQuality extends Precision {
  readonly metric: JudgedMetric;
  readonly rule: string;
  readonly isSuspect: boolean;
}

export interface FeedbackQuality {
  /** Every judged metric, in the order of `JUDGED_METRICS`. */
  readonly metrics: readonly MetricQuality[];
  /** Every rule that raised a judged call, the worst first. */
  readonly rules: readonly RuleQuality[];
}

const precisionOf = (calls: readonly DecidedCall[]): Precision => {
  const confirmed = calls.filter(({ verdict }) => verdict === 'yes').length;
  const falseAlarms = calls.filter(({ verdict }) => verdict === 'no').length;
  const n = confirmed + falseAlarms;
  return {
    confirmed,
    falseAlarms,
    n,
    precision: n === 0 ? null : confirmed / n,
    interval: wilsonInterval(confirmed, n),
  };
};

const metricQuality = (calls: readonly DecidedCall[], metric: JudgedMetric): MetricQuality => {
  const ofMetric = calls.filter((call) => call.metric === metric);
  return {
    metric,
    ...precisionOf(ofMetric.filter(({ wasRaised }) => wasRaised)),
    missed: ofMetric.filter(({ wasRaised, verdict }) => !wasRaised && verdict === 'yes').length,
    disputed: ofMetric.filter(({ verdict }) => verdict === 'disputed').length,
  };
};

const ruleQuality = (metric: JudgedMetric, rule: string, calls: readonly DecidedCall[]): RuleQuality => {
  const precision = precisionOf(calls);
  const isSuspect = precision.n >= SUSPECT_MIN_CALLS && (precision.precision ?? 1) < SUSPECT_PRECISION;
  return { metric, rule, ...precision, isSuspect };
};

/** The lowest precision first, then what was judged most; what was only disputed last. */
const worstFirst = (a: RuleQuality, b: RuleQuality): number =>
  Number(b.isSuspect) - Number(a.isSuspect) ||
  (a.precision ?? 2) - (b.precision ?? 2) ||
  b.n - a.n ||
  (a.rule < b.rule ? -1 : 1);

const callsByRule = (calls: readonly DecidedCall[]): Map<string, DecidedCall[]> => {
  const byRule = new Map<string, DecidedCall[]>();
  for (const call of calls) {
    for (const rule of call.rules) byRule.set(rule, [...(byRule.get(rule) ?? []), call]);
  }
  return byRule;
};

/**
 * Precision a metric and a rule. A call counts for every rule that stands behind it: people judge the flag, not one of
 * its quotes.
 */
export const feedbackQuality = (calls: readonly DecidedCall[]): FeedbackQuality => ({
  metrics: JUDGED_METRICS.map((metric) => metricQuality(calls, metric)),
  rules: JUDGED_METRICS.flatMap((metric) => {
    const raised = calls.filter((call) => call.metric === metric && call.wasRaised);
    return [...callsByRule(raised)].map(([rule, ofRule]) => ruleQuality(metric, rule, ofRule));
  }).toSorted(worstFirst),
});
