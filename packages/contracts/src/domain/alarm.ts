import { CHURN_LEVEL_FROM, METRICS, type ChurnLevel } from './metrics.js';

/** The part of a score that tells whether somebody has to hear of the call at once. */
export interface AlarmingScore {
  complaintRiskFlag: boolean | null;
  complaintRiskScore: number | null;
  churnRiskLevel: ChurnLevel | null;
  churnRiskScore: number | null;
}

/** The least danger that there is: a complaint at its red line. */
export const LEAST_DANGER = METRICS.complaint_risk_score.red;

/**
 * How grave a red call is, 60–100: a client who complains, or who is about to leave for good.
 * @returns null: the call can wait for its place in a list
 */
export const dangerOf = (score: AlarmingScore): number | null => {
  const { complaintRiskFlag, complaintRiskScore, churnRiskLevel, churnRiskScore } = score;
  const dangers = [
    ...(complaintRiskFlag === true ? [complaintRiskScore ?? LEAST_DANGER] : []),
    ...(churnRiskLevel === 'critical' ? [churnRiskScore ?? CHURN_LEVEL_FROM.critical] : []),
  ];
  return dangers.length === 0 ? null : Math.max(...dangers);
};
