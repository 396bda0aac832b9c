import { CHURN_LEVEL_FROM, METRICS, type JudgedMetric } from '@perezvon/contracts';
import type { Db } from './client.js';

/** Stored dialogues in which a metric is raised, and is not, by their current scores. */
export type JudgedMetricCounts = Record<JudgedMetric, { raised: number; unraised: number }>;

/** Counts over every current score of a dialogue: seconds for millions of calls, for a command and not for a screen. */
export const countJudgedMetrics = async (db: Db): Promise<JudgedMetricCounts> => {
  const [row] = await db.$queryRaw<Record<JudgedMetric | 'dialogues', number>[]>`
    SELECT count(*)::int AS dialogues,
      (count(*) FILTER (WHERE complaint_risk_flag))::int AS complaint_risk_flag,
      (count(*) FILTER (WHERE followup_needed_flag))::int AS followup_needed_flag,
      (count(*) FILTER (WHERE lost_opportunity_score >= ${METRICS.lost_opportunity_score.red}::int))::int
        AS lost_opportunity_score,
      (count(*) FILTER (WHERE churn_risk_score >= ${CHURN_LEVEL_FROM.high}::int))::int AS churn_risk_level,
      (count(*) FILTER (WHERE cross_sell_potential >= ${METRICS.cross_sell_potential.red}::int))::int
        AS cross_sell_potential
    FROM call_scores WHERE is_current AND valid_dialogue`;
  const countsOf = (metric: JudgedMetric) => {
    const raised = row?.[metric] ?? 0;
    return { raised, unraised: (row?.dialogues ?? 0) - raised };
  };
  return {
    complaint_risk_flag: countsOf('complaint_risk_flag'),
    followup_needed_flag: countsOf('followup_needed_flag'),
    lost_opportunity_score: countsOf('lost_opportunity_score'),
    churn_risk_level: countsOf('churn_risk_level'),
    cross_sell_potential: countsOf('cross_sell_potential'),
  };
};
