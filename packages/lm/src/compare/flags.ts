import {
  isRaised,
  METRICS,
  type CallScore,
  type Evidence,
  type JudgedMetric,
  type Metrics,
  type RuledOut,
} from '@perezvon/contracts';
import { z } from 'zod';
import type { Labels } from '../fit/labelled.js';

/** What people act on, by the metric that says it: a score counts as raised at its red line. */
export const COMPARED_FLAGS = [
  'valid_dialogue',
  'is_target',
  'complaint_risk_flag',
  'followup_needed_flag',
  'lost_opportunity_score',
  'churn_risk_level',
  'cross_sell_potential',
  'script_risk_index',
  'normalized_call_score',
] as const;
export const ComparedFlag = z.enum(COMPARED_FLAGS);
export type ComparedFlag = z.infer<typeof ComparedFlag>;

export interface FlagReading {
  /** null when a gate keeps the metric from being known. */
  readonly raised: boolean | null;
  /** 0–100: the number behind the flag; null when there is none. */
  readonly value: number | null;
}

const readJudged =
  (metric: JudgedMetric, valueOf: (metrics: Metrics) => number | null) =>
  ({ metrics }: CallScore): FlagReading => ({ raised: isRaised(metrics, metric), value: valueOf(metrics) });

const readLine = (value: number | null, isRed: (known: number) => boolean): FlagReading => ({
  raised: value === null ? null : isRed(value),
  value,
});

const READ: Readonly<Record<ComparedFlag, (score: CallScore) => FlagReading>> = {
  valid_dialogue: ({ valid_dialogue: raised }) => ({ raised, value: null }),
  is_target: ({ is_target: raised }) => ({ raised, value: null }),
  complaint_risk_flag: readJudged('complaint_risk_flag', (metrics) => metrics.complaint_risk_score),
  followup_needed_flag: readJudged('followup_needed_flag', () => null),
  lost_opportunity_score: readJudged('lost_opportunity_score', (metrics) => metrics.lost_opportunity_score),
  churn_risk_level: readJudged('churn_risk_level', (metrics) => metrics.churn_risk_score),
  cross_sell_potential: readJudged('cross_sell_potential', (metrics) => metrics.cross_sell_potential),
  script_risk_index: ({ metrics }) =>
    readLine(metrics.script_risk_index, (value) => value >= METRICS.script_risk_index.red),
  normalized_call_score: ({ metrics }) =>
    readLine(metrics.normalized_call_score, (value) => value < METRICS.normalized_call_score.redUnder),
};

export const readFlag = (score: CallScore, flag: ComparedFlag): FlagReading => READ[flag](score);

/** The heaviest quote for a flag; undefined where no words stand for it (a dialogue, a low call score). */
export const quoteFor = ({ evidence }: CallScore, flag: ComparedFlag): Evidence | undefined => {
  let best: Evidence | undefined;
  for (const one of evidence) {
    if (one.metric === flag && (best === undefined || one.weight > best.weight)) best = one;
  }
  return best;
};

/** What a score set aside that this flag was raised by before: the same words, or else anything for the metric. */
export const setAsideFor = (
  { ruled_out: ruledOut }: CallScore,
  flag: ComparedFlag,
  quote: Evidence | undefined,
): RuledOut | undefined => {
  const ofMetric = ruledOut.filter(({ metric }) => metric === flag);
  return ofMetric.find(({ rule }) => rule === quote?.rule) ?? ofMetric[0];
};

/** What is known to be right of a call, by flag: from labels or from people's verdicts. */
export type Truth = Readonly<Partial<Record<ComparedFlag, boolean>>>;

/** The truth as the labels tell it; what a label leaves open (no dialogue) must not be raised. */
export const truthOfLabels = (labels: Labels): Truth => ({
  valid_dialogue: labels.valid_dialogue,
  is_target: labels.is_target === true,
  complaint_risk_flag: labels.complaint_risk === 'high',
  followup_needed_flag: labels.followup_needed === true,
  lost_opportunity_score: labels.lost_opportunity === true,
  churn_risk_level: labels.churn_risk === 'high',
  cross_sell_potential: labels.cross_sell === true,
});
