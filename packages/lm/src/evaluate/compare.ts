import { isRaised, METRICS, type CallScore, type JudgedMetric } from '@perezvon/contracts';
import type { Labels } from '../fit/labelled.js';

/** The yes/no labels that the engine is judged by, in the order of the table. */
export const JUDGED_LABELS = [
  'valid_dialogue',
  'is_target',
  'complaint_high',
  'complaint_any',
  'followup',
  'lost',
  'churn_high',
  'churn_medium',
  'cross_sell',
] as const;
export type JudgedLabel = (typeof JUDGED_LABELS)[number];

const LABEL_SAYS: Readonly<Record<JudgedLabel, (labels: Labels) => boolean | null>> = {
  valid_dialogue: (labels) => labels.valid_dialogue,
  is_target: (labels) => labels.is_target,
  complaint_high: ({ complaint_risk: risk }) => (risk === null ? null : risk === 'high'),
  complaint_any: ({ complaint_risk: risk }) => (risk === null ? null : risk !== 'none'),
  followup: (labels) => labels.followup_needed,
  lost: (labels) => labels.lost_opportunity,
  churn_high: ({ churn_risk: risk }) => (risk === null ? null : risk === 'high'),
  churn_medium: ({ churn_risk: risk }) => (risk === null ? null : risk !== 'low'),
  cross_sell: (labels) => labels.cross_sell,
};

/** What the label says; null when the guide leaves it open. */
export const labelSays = (labels: Labels, label: JudgedLabel): boolean | null => LABEL_SAYS[label](labels);

const atLeast = (score: number | null, line: number): boolean => score !== null && score >= line;

const raises =
  (metric: JudgedMetric) =>
  ({ metrics }: CallScore): boolean =>
    isRaised(metrics, metric) === true;

const SCORE_SAYS: Readonly<Record<JudgedLabel, (score: CallScore) => boolean>> = {
  valid_dialogue: (score) => score.valid_dialogue,
  is_target: (score) => score.is_target === true,
  complaint_high: raises('complaint_risk_flag'),
  complaint_any: ({ metrics }) => atLeast(metrics.complaint_risk_score, METRICS.complaint_risk_score.yellow),
  followup: raises('followup_needed_flag'),
  lost: raises('lost_opportunity_score'),
  churn_high: raises('churn_risk_level'),
  churn_medium: ({ metrics }) => atLeast(metrics.churn_risk_score, METRICS.churn_risk_score.yellow),
  cross_sell: raises('cross_sell_potential'),
};

/** What the engine says, by the correspondence of scoring.md (red line = label). */
export const scoreSays = (score: CallScore, label: JudgedLabel): boolean => SCORE_SAYS[label](score);
