import { METRICS, type Evidence, type Metrics } from '@perezvon/contracts';
import type { Analysis } from '../engine/analyse.js';
import { thresholdOf, type Decision } from '../engine/decide.js';
import { followupDueAt } from '../metrics/followup.js';
import { conversionForecast, roundProbability, secondContact } from '../metrics/forecast.js';
import { checklistCoverage, normalizedCallScore, readBreaches, scriptRisk } from '../metrics/quality.js';
import {
  churnLevel,
  churnScore,
  complaintScore,
  crossSellScore,
  lostScore,
  type Thresholds,
} from '../metrics/risk.js';
import type { Ruleset } from '../rules/ruleset.js';
import { breachEvidence, evidenceFor, type Claim, type ProvenMetric } from './evidence.js';

/** The metrics that the words of a dialogue decide. */
export type TalkMetrics = Omit<
  Metrics,
  'response_speed_score' | 'talk_time_efficiency' | 'queue_impact_index' | 'lm_version_tag' | 'calc_profile'
>;

/** Where nothing is known of the words. */
export const NO_TALK: TalkMetrics = {
  conversion_score: null,
  lost_opportunity_score: null,
  cross_sell_potential: null,
  checklist_coverage_ratio: null,
  normalized_call_score: null,
  script_risk_index: null,
  churn_risk_level: null,
  churn_risk_score: null,
  complaint_risk_flag: null,
  complaint_risk_score: null,
  followup_needed_flag: null,
  followup_reason: null,
  followup_due_at: null,
  loss_reason: null,
  conversion_prob_forecast: null,
  second_call_prob: null,
  complaint_prob: null,
};

export interface TalkScore {
  readonly metrics: TalkMetrics;
  readonly evidence: readonly Evidence[];
}

const conversionOf = ({ outcome }: Decision, { state }: Analysis, { weights }: Ruleset): number => {
  const next = state.promise ?? state.tags.last('delay.asks_callback', 'booking.waitlist');
  if (outcome === 'lead_no_record' && next !== undefined) return weights.conversion_next_step;
  return weights.conversion[outcome] ?? 0;
};

const claimsOf = (metrics: TalkMetrics, decision: Decision, { state }: Analysis): Claim[] => {
  const { complaint_risk_score: complaint, churn_risk_score: churn } = METRICS;
  const claims: (Claim | false)[] = [
    (metrics.complaint_risk_score ?? 0) >= complaint.yellow && {
      metric: 'complaint_risk_score',
      score: metrics.complaint_risk_score ?? 0,
      target: metrics.complaint_risk_flag === true ? 'complaint' : 'irritation',
      fallback: undefined,
    },
    (metrics.churn_risk_score ?? 0) >= churn.yellow && {
      metric: 'churn_risk_level',
      score: metrics.churn_risk_score ?? 0,
      target: decision.raised.churn_high ? 'churn_high' : 'churn_medium',
      fallback: state.cancelled,
    },
    metrics.followup_needed_flag === true && {
      metric: 'followup_needed_flag',
      score: Math.round(decision.probability.followup * 100),
      target: 'followup',
      fallback: state.wish,
    },
    (metrics.lost_opportunity_score ?? 0) >= METRICS.lost_opportunity_score.yellow && {
      metric: 'lost_opportunity_score',
      score: metrics.lost_opportunity_score ?? 0,
      target: 'lost',
      fallback: state.wish,
    },
    (metrics.cross_sell_potential ?? 0) >= METRICS.cross_sell_potential.yellow && {
      metric: 'cross_sell_potential',
      score: metrics.cross_sell_potential ?? 0,
      target: 'cross_sell',
      fallback: undefined,
    },
  ];
  return claims.filter((claim) => claim !== false);
};

/** What is left of a claim that no words of the call stand for: a score under its yellow line. */
const UNPROVEN: Readonly<Record<ProvenMetric, Partial<TalkMetrics>>> = {
  complaint_risk_score: {
    complaint_risk_flag: false,
    complaint_risk_score: METRICS.complaint_risk_score.yellow - 1,
  },
  churn_risk_level: { churn_risk_level: 'low', churn_risk_score: METRICS.churn_risk_score.yellow - 1 },
  followup_needed_flag: { followup_needed_flag: false, followup_reason: null, followup_due_at: null },
  lost_opportunity_score: {
    lost_opportunity_score: METRICS.lost_opportunity_score.yellow - 1,
    loss_reason: null,
  },
  cross_sell_potential: { cross_sell_potential: METRICS.cross_sell_potential.yellow - 1 },
};

const prove = (metrics: TalkMetrics, decision: Decision, analysis: Analysis, ruleset: Ruleset): TalkScore => {
  let proven = metrics;
  const evidence: Evidence[] = [];
  for (const claim of claimsOf(metrics, decision, analysis)) {
    const quotes = evidenceFor(analysis, ruleset, claim);
    if (quotes.length === 0) proven = { ...proven, ...UNPROVEN[claim.metric] };
    evidence.push(...quotes);
    const isFlag = claim.metric === 'complaint_risk_score' && metrics.complaint_risk_flag === true;
    if (isFlag)
      evidence.push(...quotes.map((quote): Evidence => ({ ...quote, metric: 'complaint_risk_flag' })));
  }
  return { metrics: proven, evidence };
};

const composeMetrics = (
  analysis: Analysis,
  decision: Decision,
  ruleset: Ruleset,
  {
    response,
    timezone,
    script,
  }: { readonly response: number | null; readonly timezone: string; readonly script: number },
): TalkMetrics => {
  const { raised, probability, outcome } = decision;
  const thresholds: Thresholds = { of: (target) => thresholdOf(ruleset.model, target) };
  const churn = churnScore(decision, thresholds);
  const checklist = checklistCoverage(analysis, decision, ruleset);
  const target = raised.target;
  return {
    conversion_score: target ? conversionOf(decision, analysis, ruleset) : null,
    lost_opportunity_score: target ? lostScore(decision, thresholds) : null,
    cross_sell_potential: target ? crossSellScore(decision, thresholds) : null,
    checklist_coverage_ratio: checklist,
    normalized_call_score: normalizedCallScore(
      {
        checklist,
        scriptRisk: script,
        response,
        outcome,
        upstreamScore: analysis.read.call.upstream?.call_score ?? null,
      },
      ruleset.weights,
    ),
    script_risk_index: script,
    churn_risk_level: churnLevel(churn),
    churn_risk_score: churn,
    complaint_risk_flag: raised.complaint,
    complaint_risk_score: complaintScore(decision, thresholds),
    followup_needed_flag: raised.followup,
    followup_reason: raised.followup ? decision.followupReason : null,
    followup_due_at: raised.followup ? followupDueAt(analysis.read, analysis.state.tags, timezone) : null,
    loss_reason: raised.lost ? decision.lossReason : null,
    conversion_prob_forecast: target ? conversionForecast(decision, ruleset.weights) : null,
    second_call_prob: target ? secondContact(decision, ruleset.weights) : null,
    complaint_prob: roundProbability(probability.complaint),
  };
};

/** Everything the words of a dialogue say, each raised claim with its quotes. */
export const scoreTalk = (
  analysis: Analysis,
  decision: Decision,
  ruleset: Ruleset,
  context: { readonly response: number | null; readonly timezone: string },
): TalkScore => {
  const breaches = readBreaches(analysis);
  const script = scriptRisk(breaches);
  const metrics = composeMetrics(analysis, decision, ruleset, { ...context, script });
  const { metrics: proven, evidence } = prove(metrics, decision, analysis, ruleset);
  // A breach is quoted below the lines, too: one of them a call is what is seen again and again in an operator's calls.
  return { metrics: proven, evidence: [...evidence, ...breachEvidence(breaches, script)] };
};
