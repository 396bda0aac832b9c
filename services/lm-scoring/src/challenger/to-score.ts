import {
  CallScore,
  METRICS,
  type CallRecord,
  type Evidence,
  type MetricName,
  type Metrics,
} from '@perezvon/contracts';
import {
  calcProfile,
  churnLevel,
  gatesOf,
  NO_TALK,
  operationalMetrics,
  type Gates,
  type TalkMetrics,
} from '@perezvon/lm';
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

/** A score without a single verified quote stays under its yellow line. */
const proven = (score: number, yellow: number, isProven: boolean): number =>
  isProven ? score : Math.min(score, yellow - 1);

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

const judge = (answer: ModelAnswer, quotes: readonly ProvenQuote[], scores: AnswerScores): TalkMetrics => {
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
    ...NO_TALK,
    conversion_score: ofTarget(conversionOf(answer, scores)),
    lost_opportunity_score: ofTarget(isLost ? scores.lost_opportunity : 0),
    cross_sell_potential: ofTarget(isCrossSell ? scores.cross_sell : 0),
    churn_risk_level: churnLevel(churn),
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

const RAISED_BY: Readonly<Record<ProvenLabel, (metrics: TalkMetrics, scores: AnswerScores) => Raised>> = {
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

const evidenceOf = (metrics: TalkMetrics, quotes: readonly ProvenQuote[], scores: AnswerScores): Evidence[] =>
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
  const judged = answer.valid_dialogue ? judge(answer, quotes, scores) : NO_TALK;
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
    promise: null,
  });
};
