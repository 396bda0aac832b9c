import { COMPENSATION_REASONS, CompensationKopecks } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import { findProposalGround, type ProposalGround } from '../../queries/compensations/find-proposal-ground.js';
import { listDeciders } from '../../queries/compensations/list-deciders.js';
import { findNote } from '../../queries/problems/find-note.js';
import { lines, type Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import { parseMoney } from '../../text/parse-money.js';
import type { Button } from '../define-place.js';
import { defineScreen, type Drawing, type RenderTools } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import {
  compensationAmountPlace,
  compensationPlace,
  compensationReasonPlace,
  compensationSendPlace,
} from '../places/compensations.js';
import { callCardPlace } from '../places/work.js';
import { proposeCompensation } from './compensation-actions.js';
import { decidersLine, MAX_COMPENSATION_NOTE } from './compensation-words.js';

/** Sums that are one tap away, in kopecks: what is given back most is a part of a visit. */
const PRESETS = [500_00, 1_000_00, 2_000_00, 3_000_00, 5_000_00, 10_000_00] as const;
const IN_ROW = 2;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

const loadGround = (
  { db, person }: { db: DbClient; person: Person },
  { historyId }: { historyId: number },
): Promise<ProposalGround | null> => findProposalGround(db, historyId, person);

/** What this person may still propose for the call, in kopecks. */
const leftOf = ({ limitKopecks, approvedKopecks }: ProposalGround): number =>
  Math.max(0, limitKopecks - approvedKopecks);

const headLines = ({ historyId, callDate, approvedKopecks }: ProposalGround, { t, moment }: Tools): Html =>
  lines(
    t('compensation-new-title', { call: historyId, at: moment(callDate) }),
    approvedKopecks === 0 ? null : t('compensation-before', { money: moneyWords(approvedKopecks, t) }),
  );

/** Another compensation of this call is under way: the way to it instead of a question. */
const blocked = (ground: ProposalGround, tools: Tools): Drawing | null => {
  const { inTheWay } = ground;
  if (inTheWay === null) return null;
  const { id: compensationId, isDecided } = inTheWay;
  return {
    text: lines(
      headLines(ground, tools),
      '',
      tools.t('compensation-in-the-way', { paying: String(isDecided) }),
    ),
    rows: [
      [
        compensationPlace.link(tools.t('button-compensation-open', { id: compensationId }), {
          compensationId,
        }),
      ],
    ],
  };
};

/** «💰 Компенсация», step 1: for what. */
export const compensationReason = defineScreen({
  ...compensationReasonPlace,
  load: loadGround,
  render: (ground, tools) =>
    blocked(ground, tools) ?? {
      text: lines(headLines(ground, tools), '', tools.t('compensation-which-reason')),
      rows: inRows(
        IN_ROW,
        COMPENSATION_REASONS.map((reason) =>
          compensationAmountPlace.link(tools.t(codeKey('compensation-reason', reason)), {
            historyId: ground.historyId,
            reason,
          }),
        ),
      ),
    },
});

/** Step 2: how much. */
export const compensationAmount = defineScreen({
  ...compensationAmountPlace,
  load: loadGround,
  render: (ground, tools) => {
    const { t, params } = tools;
    const presets = PRESETS.filter((kopecks) => kopecks <= leftOf(ground));
    return (
      blocked(ground, tools) ?? {
        text: lines(
          headLines(ground, tools),
          t('compensation-for', { reason: t(codeKey('compensation-reason', params.reason)) }),
          '',
          t('compensation-how-much'),
          t('compensation-limit-left', { money: moneyWords(leftOf(ground), t) }),
        ),
        rows: inRows(
          IN_ROW,
          presets.map((kopecks) =>
            compensationSendPlace.link(moneyWords(kopecks, t), { ...params, kopecks }),
          ),
        ),
      }
    );
  },
  typed: (text, { t, params }) => {
    const kopecks = CompensationKopecks.safeParse(parseMoney(text));
    return kopecks.success
      ? { kind: 'open', address: compensationSendPlace.address({ ...params, kopecks: kopecks.data }) }
      : { kind: 'say', text: t('compensation-sum-not-understood') };
  },
});

interface Draft {
  ground: ProposalGround;
  note: string | null;
  deciders: Awaited<ReturnType<typeof listDeciders>>;
}

type SendTools = RenderTools<{ historyId: number; reason: string; kopecks: number }>;

/** What is missing before it can be sent; null: nothing. */
const missing = ({ ground, note }: Draft, { t, params }: SendTools): Html | null => {
  if (params.kopecks > leftOf(ground))
    return t('compensation-over-limit', { money: moneyWords(leftOf(ground), t) });
  return params.reason === 'other' && note === null
    ? t('compensation-words-needed', { max: MAX_COMPENSATION_NOTE })
    : null;
};

const draftText = (draft: Draft, tools: SendTools): Html => {
  const { t, params } = tools;
  const lack = missing(draft, tools);
  return lines(
    headLines(draft.ground, tools),
    t('compensation-sum', { money: moneyWords(params.kopecks, t) }),
    t('compensation-for', { reason: t(codeKey('compensation-reason', params.reason)) }),
    draft.note === null ? null : t('compensation-note', { words: draft.note }),
    decidersLine(draft.deciders, tools),
    '',
    lack ?? t('compensation-send-question'),
    lack === null && draft.note === null
      ? t('compensation-words-possible', { max: MAX_COMPENSATION_NOTE })
      : null,
  );
};

/** Step 3: the proposal as it will be read; a message becomes its words. */
export const compensationSend = defineScreen({
  ...compensationSendPlace,
  load: async ({ db, person }, { historyId, kopecks, noteId }): Promise<Draft | null> => {
    const ground = await findProposalGround(db, historyId, person);
    if (ground === null) return null;
    const { approvedKopecks, limits } = ground;
    return {
      ground,
      note: noteId === undefined ? null : await findNote(db, { id: noteId, authorId: person.id }),
      deciders: await listDeciders(db, {
        proposedById: person.id,
        callKopecks: approvedKopecks + kopecks,
        limits,
      }),
    };
  },
  render: (draft, tools) => {
    const { t, params } = tools;
    const { historyId, reason } = params;
    const otherSum = compensationAmountPlace.link(t('button-compensation-other-sum'), { historyId, reason });
    const cancel = callCardPlace.link(t('button-cancel'), { historyId });
    const send: Button[] =
      missing(draft, tools) === null
        ? [proposeCompensation.button(t('button-compensation-send'), params)]
        : [];
    return (
      blocked(draft.ground, tools) ?? { text: draftText(draft, tools), rows: [send, [otherSum, cancel]] }
    );
  },
  typed: (text, { t, params }) =>
    text.length > MAX_COMPENSATION_NOTE
      ? { kind: 'say', text: t('compensation-words-long', { max: MAX_COMPENSATION_NOTE }) }
      : {
          kind: 'keep',
          words: text,
          leadsTo: (noteId) => compensationSendPlace.address({ ...params, noteId }),
        },
});
