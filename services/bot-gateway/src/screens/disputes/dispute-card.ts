import { may } from '@perezvon/access';
import type { DisputeOutcome } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf, type Person } from '../../people/person.js';
import { findDispute, type DisputeCard, type SpokenNote } from '../../queries/disputes/find-dispute.js';
import { findNote } from '../../queries/problems/find-note.js';
import { lines, type Html } from '../../text/html.js';
import { visibleWords } from '../../text/visible-words.js';
import { explainMetric } from '../calls/call-why.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { decideDispute } from './dispute-actions.js';
import { MAX_NOTE } from './dispute-open.js';
import { listenPlace, transcriptPlace } from '../places/calls.js';
import { disputeDecisionPlace, disputePlace } from '../places/disputes.js';
import { callCardPlace } from '../places/work.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person'>;

/** Its operator's and the administrators'. */
const maySee = ({ openedById }: DisputeCard, { id, role }: Person): boolean =>
  openedById === id || may(role, 'calls.view');

/** Whether this person may decide it now; the service looks again. */
const decides = ({ state, involved }: DisputeCard, { id, role }: Person): boolean =>
  state === 'open' && may(role, 'calls.view') && !involved.has(id);

const noteLine = (note: SpokenNote | null, { t, person }: Tools): Html | null => {
  if (note === null) return null;
  const words = note.authorId === person.id ? note.text : visibleWords(note.text, person);
  return t('dispute-note', { words });
};

const decisionLines = (dispute: DisputeCard, tools: Tools): (Html | null)[] => {
  const { state, decidedBy, decidedAt, decisionNote } = dispute;
  const { t, moment } = tools;
  if (state === 'open' || decidedBy === null || decidedAt === null) return [];
  return [
    t('dispute-decision', {
      outcome: t(codeKey('dispute-state', state)),
      name: nameOf(decidedBy),
      at: moment(decidedAt),
    }),
    noteLine(decisionNote, tools),
  ];
};

const objectionLines = (dispute: DisputeCard, tools: Tools): (Html | null)[] => {
  const { t, moment } = tools;
  const { historyId, callDate, operator, metric, reason, openedBy, openedAt } = dispute;
  return [
    t('dispute-call', { call: historyId, at: moment(callDate), operator: operator ?? 'none' }),
    t('dispute-metric', { metric: t(codeKey('metric', metric)) }),
    t('dispute-opened', { name: nameOf(openedBy), at: moment(openedAt) }),
    // His own words say it.
    dispute.note === null ? t('dispute-reason', { reason: t(codeKey('dispute-reason', reason)) }) : null,
    noteLine(dispute.note, tools),
  ];
};

const evidenceBlock = (dispute: DisputeCard, tools: Tools): (Html | '' | null)[] => {
  const { score, metric, hasChanged, lmVersionTag } = dispute;
  const { t } = tools;
  if (score === null) return ['', t('dispute-no-evidence', { tag: lmVersionTag })];
  return [
    '',
    explainMetric(score, metric, tools),
    '',
    hasChanged ? t('dispute-changed') : null,
    t('dispute-version', { tag: lmVersionTag }),
  ];
};

const disputeText = (dispute: DisputeCard, tools: Tools): Html => {
  const { id, state } = dispute;
  const { t, person } = tools;
  const isNotHis = state === 'open' && may(person.role, 'calls.view') && !decides(dispute, person);
  return lines(
    t('dispute-card-title', { id, state: t(codeKey('dispute-state', state)) }),
    ...objectionLines(dispute, tools),
    ...decisionLines(dispute, tools),
    ...evidenceBlock(dispute, tools),
    isNotHis ? t('dispute-not-yours-to-decide') : null,
  );
};

const decisionButtons = (dispute: DisputeCard, { t, person }: Tools): Button[] => {
  const { id: disputeId } = dispute;
  if (!decides(dispute, person)) return [];
  const outcome = (key: DisputeOutcome): Button =>
    disputeDecisionPlace.link(t(codeKey('button-dispute', key)), { disputeId, outcome: key });
  return [outcome('upheld'), outcome('rejected')];
};

/** One dispute: what was objected, the evidence that both sides see, and how it ended. */
export const disputeCard = defineScreen({
  ...disputePlace,
  load: async ({ db, person }, { disputeId }) => {
    const dispute = await findDispute(db, disputeId);
    return dispute && maySee(dispute, person) ? dispute : null;
  },
  render: (dispute, tools) => {
    const { t } = tools;
    const { historyId } = dispute;
    return {
      text: disputeText(dispute, tools),
      rows: [
        [
          listenPlace.link(t('button-listen'), { historyId }),
          transcriptPlace.link(t('button-transcript'), { historyId, page: 0 }),
        ],
        decisionButtons(dispute, tools),
        [callCardPlace.link(t('button-dispute-call', { call: historyId }), { historyId })],
      ],
    };
  },
});

/** The decision asks once more; a message becomes a word to the operator. */
export const disputeDecision = defineScreen({
  ...disputeDecisionPlace,
  load: async ({ db, person }, { disputeId, noteId }) => {
    const dispute = await findDispute(db, disputeId);
    if (dispute === null) return null;
    return {
      dispute,
      note: noteId === undefined ? null : await findNote(db, { id: noteId, authorId: person.id }),
    };
  },
  render: ({ dispute, note }, tools) => {
    const { t, params, person } = tools;
    const { disputeId, outcome } = params;
    const back = disputePlace.link(t('button-cancel'), { disputeId });
    if (!decides(dispute, person)) return { text: t('dispute-decided-already'), rows: [[back]] };
    return {
      text: lines(
        ...objectionLines(dispute, tools),
        '',
        t('dispute-decision-question', { outcome }),
        note === null
          ? t('dispute-decision-words', { max: MAX_NOTE })
          : t('dispute-own-words', { words: note }),
      ),
      rows: [[decideDispute.button(t('button-confirm'), params), back]],
    };
  },
  typed: (text, { t, params: { disputeId, outcome } }) =>
    text.length > MAX_NOTE
      ? { kind: 'say', text: t('dispute-words-long', { max: MAX_NOTE }) }
      : {
          kind: 'keep',
          words: text,
          leadsTo: (noteId) => disputeDecisionPlace.address({ disputeId, outcome, noteId }),
        },
});
