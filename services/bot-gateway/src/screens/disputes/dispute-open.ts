import { DISPUTE_REASONS, type JudgedMetric } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import { mayReadCall } from '../../queries/calls/call-access.js';
import { findCallCard, type CallCard, type CardScore } from '../../queries/calls/find-call-card.js';
import { findNote } from '../../queries/problems/find-note.js';
import { readCallId } from '../../text/call-id.js';
import { lines, type Html } from '../../text/html.js';
import { explainMetric } from '../calls/call-why.js';
import { disputableMetrics } from './card-dispute.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { openDispute } from './dispute-actions.js';
import { disputeMetricPlace, disputeReasonPlace, disputeSendPlace } from '../places/disputes.js';
import { callCardPlace } from '../places/work.js';

/** A reason that takes longer is a talk, not a line on a phone. */
export const MAX_NOTE = 500;

/** A call with something to dispute in it. */
interface Objection {
  call: CallCard;
  score: CardScore;
  /** What this person can dispute of it now. */
  metrics: readonly JudgedMetric[];
}

interface Load {
  db: DbClient;
  person: Person;
  now: () => Date;
}

/** The call, if this person may read it, with what he can dispute; null: there is none, or no score. */
const loadObjection = async ({ db, person, now }: Load, historyId: number): Promise<Objection | null> => {
  if (!(await mayReadCall(db, person, historyId))) return null;
  const call = await findCallCard(db, historyId);
  const score = call?.score ?? null;
  return call && score && { call, score, metrics: disputableMetrics(call, { person, now: now() }) };
};

type Tools<Params> = Pick<RenderTools<Params>, 't' | 'moment' | 'person'>;

const head = ({ call: { historyId, callDate } }: Objection, { t, moment }: Tools<unknown>): Html =>
  t('dispute-title', { call: historyId, at: moment(callDate) });

/** Which metric, where several are raised. */
export const disputeMetric = defineScreen({
  ...disputeMetricPlace,
  load: (tools, { historyId }) => loadObjection(tools, historyId),
  render: (objection, tools) => {
    const { t, params } = tools;
    const { metrics } = objection;
    return {
      text: lines(head(objection, tools), t(metrics.length === 0 ? 'dispute-nothing' : 'dispute-which')),
      rows: metrics.map((metric) => [
        disputeReasonPlace.link(t(codeKey('metric', metric)), { historyId: params.historyId, metric }),
      ]),
    };
  },
});

/** What is wrong with it: one tap, or a message. The evidence stands above: it is what somebody else will judge by. */
export const disputeReason = defineScreen({
  ...disputeReasonPlace,
  load: (tools, { historyId }) => loadObjection(tools, historyId),
  render: (objection, tools) => {
    const { t, params } = tools;
    const { historyId, metric } = params;
    if (!objection.metrics.includes(metric))
      return { text: lines(head(objection, tools), t('dispute-nothing')), rows: [] };
    return {
      text: lines(
        head(objection, tools),
        '',
        explainMetric(objection.score, metric, tools),
        '',
        t('dispute-why-question', { max: MAX_NOTE }),
      ),
      rows: DISPUTE_REASONS.filter((reason) => reason !== 'other').map((reason) => [
        openDispute.button(t(codeKey('dispute-reason', reason)), { historyId, metric, reason }),
      ]),
    };
  },
  typed: (text, { t, params: { historyId, metric } }) => {
    // A call's number is a way to another call, not a reason.
    if (readCallId(text) !== null) return { kind: 'say', text: t('dispute-words-needed') };
    if (text.length > MAX_NOTE) return { kind: 'say', text: t('dispute-words-long', { max: MAX_NOTE }) };
    return {
      kind: 'keep',
      words: text,
      leadsTo: (noteId) => disputeSendPlace.address({ historyId, metric, noteId }),
    };
  },
});

/** One's own words, before they are sent. */
export const disputeSend = defineScreen({
  ...disputeSendPlace,
  load: async (tools, { historyId, noteId }) => {
    const [objection, note] = await Promise.all([
      loadObjection(tools, historyId),
      findNote(tools.db, { id: noteId, authorId: tools.person.id }),
    ]);
    return objection && note !== null ? { objection, note } : null;
  },
  render: ({ objection, note }, tools) => {
    const { t, params } = tools;
    const { historyId, metric, noteId } = params;
    if (!objection.metrics.includes(metric))
      return { text: lines(head(objection, tools), t('dispute-nothing')), rows: [] };
    return {
      text: lines(
        head(objection, tools),
        t('dispute-metric', { metric: t(codeKey('metric', metric)) }),
        '',
        t('dispute-own-words', { words: note }),
      ),
      rows: [
        [
          openDispute.button(t('button-dispute-send'), { historyId, metric, reason: 'other', noteId }),
          callCardPlace.link(t('button-cancel'), { historyId }),
        ],
      ],
    };
  },
});
