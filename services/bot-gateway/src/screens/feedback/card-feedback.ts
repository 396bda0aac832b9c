import { isRaised, JUDGED_METRICS, type FeedbackVerdict, type JudgedMetric } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import type { CallCard, CardFeedback, CardScore } from '../../queries/calls/find-call-card.js';
import { html, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { giveFeedback, withdrawFeedback } from './feedback-actions.js';
import { judgePlace } from '../places/feedback.js';

interface Tools {
  t: Translate;
  person: Pick<Person, 'id' | 'operatorCode'>;
}

const scoresOf = (score: CardScore) => ({
  complaint_risk_flag: score.complaintRiskFlag,
  followup_needed_flag: score.followupNeededFlag,
  lost_opportunity_score: score.lostOpportunityScore,
  churn_risk_score: score.churnRiskScore,
  cross_sell_potential: score.crossSellPotential,
});

/** The metrics that a verdict can be about: those raised, or for `missed` those that are not. */
export const metricsFor = (score: CardScore, verdict: FeedbackVerdict): JudgedMetric[] =>
  JUDGED_METRICS.filter((metric) => (isRaised(scoresOf(score), metric) === true) === (verdict !== 'missed'));

/** Whether this person may judge the call: nobody judges what is said of himself, and there must be words to judge. */
export const canJudge = ({ operator, hasTranscript }: CallCard, { operatorCode }: Tools['person']): boolean =>
  hasTranscript && (operator === null || operator !== operatorCode);

const mineOf = (call: CallCard, metric: JudgedMetric, { person }: Tools): CardFeedback | undefined =>
  call.feedback.find((one) => one.metric === metric && one.userId === person.id);

/** A tap on this verdict again would change nothing: it can only be taken back. */
const isSaid = (
  call: CallCard,
  { metric, verdict }: { metric: JudgedMetric; verdict: FeedbackVerdict },
  tools: Tools,
): boolean => {
  const mine = mineOf(call, metric, tools);
  return mine?.verdict === verdict && mine.lmVersionTag === call.score?.lmVersionTag;
};

const mineWords = (call: CallCard, { verdict, lmVersionTag }: CardFeedback, t: Translate): Html => {
  const words = t('feedback-mine', { verdict: t(codeKey('verdict', verdict)) });
  return lmVersionTag === call.score?.lmVersionTag ? words : t('feedback-older', { words });
};

/** What was said of one metric: my word, then how many confirm it; null: nothing. */
const metricLine = (call: CallCard, metric: JudgedMetric, tools: Tools): Html | null => {
  const { t } = tools;
  const said = call.feedback.filter((one) => one.metric === metric);
  if (said.length === 0) return null;
  const count = (verdict: FeedbackVerdict): number => said.filter((one) => one.verdict === verdict).length;
  const mine = mineOf(call, metric, tools);
  const yes = count('confirm');
  const n = yes + count('false_alarm');
  const missed = count('missed');
  const isMineAlone = said.length === 1 && mine !== undefined;
  const parts = [
    ...(mine === undefined ? [] : [mineWords(call, mine, t)]),
    ...(n > 0 && !isMineAlone ? [t('feedback-votes', { yes, n })] : []),
    ...(missed > 0 && !isMineAlone ? [t('feedback-missed', { n: missed })] : []),
  ];
  const words = parts.reduce((all, part) => html`${all} · ${part}`);
  return t('feedback-line', { metric: t(codeKey('metric', metric)), words });
};

/** What people said of this score, a line a metric. */
export const feedbackLines = (call: CallCard, tools: Tools): Html[] =>
  JUDGED_METRICS.map((metric) => metricLine(call, metric, tools)).filter((line) => line !== null);

const VERDICT_BUTTON: Readonly<Record<FeedbackVerdict, string>> = {
  confirm: 'button-feedback-confirm',
  false_alarm: 'button-feedback-false-alarm',
  missed: 'button-feedback-missed',
};

/** One metric: the verdict itself, or the way back from it. Several: which one, is asked. */
const verdictButtons = (
  call: CallCard,
  metrics: readonly JudgedMetric[],
  verdict: FeedbackVerdict,
  tools: Tools,
): Button[] => {
  const { t } = tools;
  const { historyId } = call;
  const [metric] = metrics;
  if (metric === undefined) return [];
  const label = t(VERDICT_BUTTON[verdict]);
  if (metrics.length > 1 || verdict === 'missed') return [judgePlace.link(label, { historyId, verdict })];
  return isSaid(call, { metric, verdict }, tools)
    ? [withdrawFeedback.button(t('button-feedback-withdraw'), { historyId, metric })]
    : [giveFeedback.button(label, { historyId, metric, verdict })];
};

/** «👍 Верно» «👎 Ложное» «Пропущено», as far as there is something to judge. */
export const feedbackButtons = (call: CallCard, tools: Tools): Button[] => {
  const { score } = call;
  if (score === null || !canJudge(call, tools.person)) return [];
  return (['confirm', 'false_alarm', 'missed'] as const).flatMap((verdict) =>
    verdictButtons(call, metricsFor(score, verdict), verdict, tools),
  );
};

/** A button a metric for one verdict: says it, or takes it back. */
export const metricButtons = (call: CallCard, verdict: FeedbackVerdict, tools: Tools): Button[][] => {
  const { historyId, score } = call;
  const { t } = tools;
  if (score === null) return [];
  return metricsFor(score, verdict).map((metric) => {
    const name = t(codeKey('metric', metric));
    return isSaid(call, { metric, verdict }, tools)
      ? [
          withdrawFeedback.button(t('button-feedback-withdraw-metric', { metric: name }), {
            historyId,
            metric,
          }),
        ]
      : [giveFeedback.button(name, { historyId, metric, verdict })];
  });
};
