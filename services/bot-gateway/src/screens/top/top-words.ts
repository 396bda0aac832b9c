import { METRICS, type MetricName } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { levelOver } from '../../domain/level.js';
import { nameOf } from '../../people/person.js';
import type { TopCall } from '../../queries/calls/list-top-calls.js';
import { cutWords } from '../../text/cut-words.js';
import { html, join, lines, type Html } from '../../text/html.js';
import { spanWords } from '../../text/span-words.js';
import { visibleWords } from '../../text/visible-words.js';
import { repeatMark } from '../calls/chain-words.js';
import type { RenderTools } from '../define-screen.js';
import { ownerWords } from '../calls/owner-words.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person' | 'now'>;

/** Two lines of a phone. */
const MAX_QUOTE = 70;

/** A score that is a reason to listen; null: it is under its yellow line, or not known. */
const scoreReason = (
  metric: MetricName,
  score: number | null,
  limits: { red: number; yellow: number },
  { t }: Tools,
): Html | null =>
  score === null || score < limits.yellow
    ? null
    : t('call-topic', {
        light: t('light', { level: levelOver(score, limits) }),
        metric: t(codeKey('metric', metric)),
        score: String(score),
      });

/** Why a call is among the five, in the order of what it weighs. */
export const reasonLine = (call: TopCall, tools: Tools): Html => {
  const { t } = tools;
  const reasons = [
    call.clientCallNumber === null ? null : repeatMark({ number: call.clientCallNumber }, t),
    scoreReason('complaint_risk_score', call.complaintRisk, METRICS.complaint_risk_score, tools),
    scoreReason('churn_risk_level', call.churnRisk, METRICS.churn_risk_score, tools),
    scoreReason('lost_opportunity_score', call.lostOpportunity, METRICS.lost_opportunity_score, tools),
    call.needsCallback ? t('call-followup') : null,
  ];
  return join(
    reasons.filter((reason) => reason !== null),
    ' · ',
  );
};

/** How long it has waited, and who has it. */
export const waitingLine = ({ callDate, owner }: TopCall, { t, now }: Tools): Html => {
  const waitedMs = Math.max(0, now.getTime() - callDate.getTime());
  const who = ownerWords(owner, t);
  return join([t('top-waited', { span: spanWords(waitedMs, t) }), who], ' · ');
};

/** One of the five: which call, why, the words, who has it. */
export const topCallLines = (call: TopCall, place: number, tools: Tools): Html => {
  const { t, moment, person } = tools;
  const { historyId, callDate, operator, quote } = call;
  return lines(
    t('top-row', { place, id: historyId, at: moment(callDate), operator: operator ?? 'none' }),
    reasonLine(call, tools),
    quote === null ? null : t('call-quote', { quote: cutWords(visibleWords(quote, person), MAX_QUOTE) }),
    waitingLine(call, tools),
  );
};

/** Who has listened to a call, by name; the reader is «вы». */
export const listenerNames = ({ listeners }: TopCall, { t, person }: Tools): Html =>
  join(
    listeners.map((one) => (one.userId === person.id ? t('you') : html`${nameOf(one)}`)),
    ', ',
  );
