import {
  CallScore,
  CHURN_LEVEL_FROM,
  METRICS,
  type CallRecord,
  type ChurnLevel,
  type Evidence,
  type MetricName,
  type Metrics,
} from '@perezvon/contracts';
import { calcProfile, gatesOf, operationalMetrics, type Gates } from '@perezvon/lm';
import type { ModelAnswer, ProvenLabel } from './answer.js';
import type { AnswerScores } from './content.js';
import type { ProvenQuote } from './quotes.js';

/** How an answer becomes a score. */
export interface ScoringTools {
  readonly tag: string;
  /** The clinic's, IANA. */
  readonly timezone: string;
  readonly scores: AnswerScores;
}

const NOT_JUDGED: readonly MetricName[] = [
  'checklist_coverage_ratio',
  'normalized_call_score',
  'script_risk_index',
  'conversion_prob_forecast',
  'second_call_prob',
  'complaint_prob',
];

type Judged = Omit<
  Metrics,
  'response_speed_score' | 'talk_time_efficiency' | 'queue_impact_index' | 'lm_version_tag' | 'calc_profile'
>;

const NOTHING_JUDGED: Judged = {
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

/** A score without a single verified quote stays under its yellow line. */
const proven = (score: number, yellow: number, isProven: boolean): number =>
  isProven ? score : Math.min(score, yellow - 1);

const levelOf = (score: number): ChurnLevel => {
  if (score >= CHURN_LEVEL_FROM.critical) return 'critical';
  if (score >= CHURN_LEVEL_FROM.high) return 'high';
  return score >= CHURN_LEVEL_FROM.medium ? 'medium' : 'low';
};

const isTargetOf = ({ is_target: isTarget, outcome }: ModelAnswer): boolean =>
  isTarget ?? outcome !== 'non_target';

const conversionOf = (
  answer: ModelAnswer,
  { conversion, conversion_next_step: nextStep }: AnswerScores,
): number => {
  const hasNextStep =
    answer.followup_reason === 'clinic_promised' || answer.followup_reason === 'client_asked_callback';
  return answer.outcome === 'lead_no_record' && hasNextStep ? nextStep : (conversion[answer.outcome] ?? 0);
};

const judge = (answer: ModelAnswer, quotes: readonly ProvenQuote[], scores: AnswerScores): Judged => {
  const isProven = (label: ProvenLabel): boolean => quotes.some((quote) => quote.label === label);
  const isTarget = isTargetOf(answer);
  const complaint = proven(
    scores.complaint_risk[answer.complaint_risk ?? 'none'],
    METRICS.complaint_risk_score.yellow,
    isProven('complaint_risk'),
  );
  const churn = proven(
    scores.churn_risk[answer.churn_risk ?? 'low'],
    METRICS.churn_risk_score.yellow,
    isProven('churn_risk'),
  );
  const isLost = isTarget && answer.lost_opportunity === true && isProven('lost_opportunity');
  const isCrossSell = isTarget && answer.cross_sell === true && isProven('cross_sell');
  const needsFollowup = answer.followup_needed === true && isProven('followup_needed');
  const ofTarget = (score: number): number | null => (isTarget ? score : null);
  return {
    ...NOTHING_JUDGED,
    conversion_score: ofTarget(conversionOf(answer, scores)),
    lost_opportunity_score: ofTarget(isLost ? scores.lost_opportunity : 0),
    cross_sell_potential: ofTarget(isCrossSell ? scores.cross_sell : 0),
    churn_risk_level: levelOf(churn),
    churn_risk_score: churn,
    complaint_risk_flag: complaint >= METRICS.complaint_risk_score.red,
    complaint_risk_score: complaint,
    followup_needed_flag: needsFollowup,
    followup_reason: needsFollowup ? answer.followup_reason : null,
    loss_reason: isLost ? (answer.loss_reason ?? 'unknown') : null,
  };
};

/** What a label raised, with its points. */
type Raised = readonly (readonly [MetricName, number])[];

const aboveYellow = (metric: MetricName, score: number | null, { yellow }: { yellow: number }): Raised =>
  score !== null && score >= yellow ? [[metric, score]] : [];

const RAISED_BY: Readonly<Record<ProvenLabel, (metrics: Judged, scores: AnswerScores) => Raised>> = {
  complaint_risk: ({ complaint_risk_flag: isRaised, complaint_risk_score: score }) => [
    ...aboveYellow('complaint_risk_score', score, METRICS.complaint_risk_score),
    ...(isRaised ? [['complaint_risk_flag', score ?? 0] as const] : []),
  ],
  followup_needed: ({ followup_needed_flag: isRaised }, { followup_needed: points }) =>
    isRaised ? [['followup_needed_flag', points]] : [],
  lost_opportunity: ({ lost_opportunity_score: score }) =>
    aboveYellow('lost_opportunity_score', score, METRICS.lost_opportunity_score),
  churn_risk: ({ churn_risk_score: score }) =>
    aboveYellow('churn_risk_level', score, METRICS.churn_risk_score),
  cross_sell: ({ cross_sell_potential: score }) =>
    aboveYellow('cross_sell_potential', score, METRICS.cross_sell_potential),
};

const evidenceOf = (metrics: Judged, quotes: readonly ProvenQuote[], scores: AnswerScores): Evidence[] =>
  quotes.flatMap(({ label, turn, t, quote }) => {
    const share = quotes.filter((other) => other.label === label).length;
    return RAISED_BY[label](metrics, scores).map(([metric, score]): Evidence => ({
      metric,
      turn,
      t,
      quote,
      rule: `llm.${label}`,
      weight: Math.floor(score / share),
    }));
  });

const gatesFor = (call: CallRecord, answer: ModelAnswer, metrics: Metrics): Gates => {
  const gate = answer.valid_dialogue ? undefined : 'not_a_dialogue';
  const isTarget = answer.valid_dialogue ? isTargetOf(answer) : null;
  const gates: Gates = gatesOf(call, gate, isTarget, metrics);
  for (const metric of NOT_JUDGED) gates[metric] ??= 'not_judged';
  return gates;
};

/**
 * The model's answer as a score like any other. What no words decide is computed as for the rules; what the model is not
 * asked about is null; a label without a verified quote raises nothing.
 * @param quotes those that stand literally in the call
 */
export const toScore = (
  call: CallRecord,
  answer: ModelAnswer,
  quotes: readonly ProvenQuote[],
  { tag, timezone, scores }: ScoringTools,
): CallScore => {
  const judged = answer.valid_dialogue ? judge(answer, quotes, scores) : NOTHING_JUDGED;
  const profile = calcProfile(call.call_date, timezone);
  const metrics: Metrics = {
    ...operationalMetrics(call),
    ...judged,
    lm_version_tag: tag,
    calc_profile: profile,
  };
  return CallScore.parse({
    history_id: call.history_id,
    lm_version_tag: tag,
    calc_profile: profile,
    valid_dialogue: answer.valid_dialogue,
    outcome: answer.outcome,
    is_target: answer.valid_dialogue ? isTargetOf(answer) : null,
    metrics,
    gates: gatesFor(call, answer, metrics),
    evidence: answer.valid_dialogue ? evidenceOf(judged, quotes, scores) : [],
    ruled_out: [],
  });
};
