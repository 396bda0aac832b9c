import { GATES, type Gate, type MetricName, isMetricName } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { z } from 'zod';

/** A metric of one call as it is stored; null: not known, its gate says why. */
export type MetricValue = number | boolean | string | null;

/** Everything that is known of one call in numbers. */
export interface CallMetrics {
  historyId: number;
  lmVersionTag: string;
  calcProfile: string;
  values: Readonly<Record<MetricName, MetricValue>>;
  gates: Readonly<Partial<Record<MetricName, Gate>>>;
}

const COLUMNS = {
  responseSpeedScore: true,
  talkTimeEfficiency: true,
  queueImpactIndex: true,
  conversionScore: true,
  lostOpportunityScore: true,
  crossSellPotential: true,
  checklistCoverageRatio: true,
  normalizedCallScore: true,
  scriptRiskIndex: true,
  churnRiskLevel: true,
  churnRiskScore: true,
  complaintRiskFlag: true,
  complaintRiskScore: true,
  followupNeededFlag: true,
  conversionProbForecast: true,
  secondCallProb: true,
  complaintProb: true,
  lmVersionTag: true,
  calcProfile: true,
  gates: true,
} as const satisfies Prisma.CallScoreSelect;

type Row = Prisma.CallScoreGetPayload<{ select: typeof COLUMNS }>;

const valuesOf = (row: Row): CallMetrics['values'] => ({
  response_speed_score: row.responseSpeedScore,
  talk_time_efficiency: row.talkTimeEfficiency,
  queue_impact_index: row.queueImpactIndex,
  conversion_score: row.conversionScore,
  lost_opportunity_score: row.lostOpportunityScore,
  cross_sell_potential: row.crossSellPotential,
  checklist_coverage_ratio: row.checklistCoverageRatio,
  normalized_call_score: row.normalizedCallScore,
  script_risk_index: row.scriptRiskIndex,
  churn_risk_level: row.churnRiskLevel,
  complaint_risk_flag: row.complaintRiskFlag,
  followup_needed_flag: row.followupNeededFlag,
  conversion_prob_forecast: row.conversionProbForecast,
  second_call_prob: row.secondCallProb,
  complaint_prob: row.complaintProb,
  lm_version_tag: row.lmVersionTag,
  calc_profile: row.calcProfile,
  complaint_risk_score: row.complaintRiskScore,
  churn_risk_score: row.churnRiskScore,
});

/** The reasons of the nulls; one that another LM version wrote and this one does not know is left out. */
const Gates = z.record(z.string(), z.unknown()).transform((stored) => {
  const known: Partial<Record<MetricName, Gate>> = {};
  for (const [name, reason] of Object.entries(stored)) {
    const gate = z.enum(GATES).safeParse(reason).data;
    if (isMetricName(name) && gate !== undefined) known[name] = gate;
  }
  return known;
});

/** All metrics of a call's current score; null: no such call, or not scored yet. */
export const findCallMetrics = async (db: Db, historyId: number): Promise<CallMetrics | null> => {
  const row = await db.callScore.findFirst({ where: { historyId, isCurrent: true }, select: COLUMNS });
  if (row === null) return null;
  const { lmVersionTag, calcProfile, gates } = row;
  return { historyId, lmVersionTag, calcProfile, values: valuesOf(row), gates: Gates.parse(gates) };
};
