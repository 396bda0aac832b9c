import { z } from 'zod';
import { METRICS, CHURN_LEVEL_FROM, type MetricName } from './metrics.js';
import type { Metrics } from './score.js';

/** What people judge: everything that puts a call in front of them. */
export const JUDGED_METRICS = [
  'complaint_risk_flag',
  'followup_needed_flag',
  'lost_opportunity_score',
  'churn_risk_level',
  'cross_sell_potential',
] as const satisfies readonly MetricName[];
export const JudgedMetric = z.enum(JUDGED_METRICS);
export type JudgedMetric = z.infer<typeof JudgedMetric>;

/** `confirm`: rightly raised. `false_alarm`: wrongly raised. `missed`: not raised, and it should have been. */
const FEEDBACK_VERDICTS = ['confirm', 'false_alarm', 'missed'] as const;
export const FeedbackVerdict = z.enum(FEEDBACK_VERDICTS);
export type FeedbackVerdict = z.infer<typeof FeedbackVerdict>;

/** Whether a verdict says that the metric holds in the call, whatever the score said. */
export const verdictSays = (verdict: FeedbackVerdict): boolean => verdict !== 'false_alarm';

/** Answers of a blind second reader; `skip`: ask somebody else. */
const BLIND_ANSWERS = ['yes', 'no', 'skip'] as const;
export const BlindAnswer = z.enum(BLIND_ANSWERS);
export type BlindAnswer = z.infer<typeof BlindAnswer>;

/** The part of a score that says which judged metrics are raised. */
export type JudgedScores = Pick<
  Metrics,
  | 'complaint_risk_flag'
  | 'followup_needed_flag'
  | 'lost_opportunity_score'
  | 'churn_risk_score'
  | 'cross_sell_potential'
>;

const atOrOver = (value: number | null, line: number): boolean | null =>
  value === null ? null : value >= line;

const RAISED: Readonly<Record<JudgedMetric, (scores: JudgedScores) => boolean | null>> = {
  complaint_risk_flag: (scores) => scores.complaint_risk_flag,
  followup_needed_flag: (scores) => scores.followup_needed_flag,
  lost_opportunity_score: (scores) =>
    atOrOver(scores.lost_opportunity_score, METRICS.lost_opportunity_score.red),
  churn_risk_level: (scores) => atOrOver(scores.churn_risk_score, CHURN_LEVEL_FROM.high),
  cross_sell_potential: (scores) => atOrOver(scores.cross_sell_potential, METRICS.cross_sell_potential.red),
};

/** Whether a metric is raised, a score at its red line. @returns null when a gate keeps it from being known */
export const isRaised = (scores: JudgedScores, metric: JudgedMetric): boolean | null =>
  RAISED[metric](scores);
