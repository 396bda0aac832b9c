import { compensationObjection, decideMove, may, type CompensationObjection } from '@perezvon/access';
import { addOpenDays } from '@perezvon/clinic-hours';
import { PAY_WITHIN_DAYS, type CompensationMove, type Permission } from '@perezvon/contracts';
import { findClinic } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { toDueMinute } from '../../domain/due-presets.js';
import { nameOf, type Person } from '../../people/person.js';
import { findCompensation, type CompensationCard } from '../../queries/compensations/find-compensation.js';
import { listDeciders } from '../../queries/compensations/list-deciders.js';
import { findNote } from '../../queries/problems/find-note.js';
import { lines, type Html } from '../../text/html.js';
import { completeWork } from '../assignments/assignment-actions.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { compensationEndPlace, compensationPlace } from '../places/compensations.js';
import { assignmentCardPlace, callCardPlace } from '../places/work.js';
import { approveCompensation, refuseCompensation, withdrawCompensation } from './compensation-actions.js';
import {
  compensationText,
  compensationTitle,
  MAX_COMPENSATION_NOTE,
  proposalLines,
  type Tools,
} from './compensation-words.js';

const NEEDED: Readonly<Record<CompensationMove, Permission>> = {
  approve: 'compensation.approve',
  refuse: 'compensation.approve',
  withdraw: 'compensation.propose',
};

/** Why this person may not end it so; null: he may. The service asks the same. */
const objection = (
  move: CompensationMove,
  compensation: CompensationCard,
  person: Person,
): CompensationObjection<CompensationMove> | 'permission.missing' | null =>
  may(person.role, NEEDED[move])
    ? compensationObjection(move, compensation, person, compensation.limits)
    : 'permission.missing';

const endButtons = (compensation: CompensationCard, { t, person }: Pick<Tools, 't' | 'person'>): Button[] =>
  (['approve', 'refuse', 'withdraw'] as const)
    .filter((move) => objection(move, compensation, person) === null)
    .map((move) =>
      compensationEndPlace.link(t(codeKey('button-compensation', move)), {
        compensationId: compensation.id,
        move,
      }),
    );

/** Why who approves compensations cannot approve this one; null: he can, or need not be told. */
const whyNot = (compensation: CompensationCard, { t, person }: Tools): Html | null => {
  const reason = objection('approve', compensation, person);
  return reason === 'compensation.own' || reason === 'compensation.over_approve_limit'
    ? t(codeKey('compensation-why-not', reason))
    : null;
};

/** «✅ Выплачено» for whose work it is, and the way to the assignment. */
const paymentButtons = (
  { payment }: CompensationCard,
  { t, person }: Pick<Tools, 't' | 'person'>,
): Button[] => {
  if (payment === null) return [];
  const { id: assignmentId } = payment;
  const standing = { ...payment, kind: 'compensation' } as const;
  const canPay = decideMove('complete', standing, person).kind === 'allowed';
  return [
    ...(canPay ? [completeWork.button(t('button-compensation-paid'), { assignmentId, result: null })] : []),
    assignmentCardPlace.link(t('button-compensation-assignment', { id: assignmentId }), { assignmentId }),
  ];
};

/** One compensation: how much, why, who asked, who decides, whether it is paid. */
export const compensationCard = defineScreen({
  ...compensationPlace,
  load: async ({ db }, { compensationId }) => {
    const compensation = await findCompensation(db, compensationId);
    if (compensation === null) return null;
    const deciders = compensation.state === 'proposed' ? await listDeciders(db, compensation) : [];
    return { compensation, deciders };
  },
  render: ({ compensation, deciders }, tools) => {
    const { t } = tools;
    const { historyId } = compensation;
    return {
      text: lines(compensationText(compensation, deciders, tools), whyNot(compensation, tools)),
      rows: [
        endButtons(compensation, tools),
        paymentButtons(compensation, tools),
        [callCardPlace.link(t('button-compensation-call', { call: historyId }), { historyId })],
      ],
    };
  },
});

interface End {
  compensation: CompensationCard;
  note: string | null;
  payBy: Date;
}

const confirmButton = (
  move: CompensationMove,
  { compensation: { id: compensationId }, payBy }: End,
  { t, params }: Pick<RenderTools<{ noteId?: number | undefined }>, 't' | 'params'>,
): Button => {
  const label = t('button-confirm');
  if (move === 'approve')
    return approveCompensation.button(label, { compensationId, payBy: toDueMinute(payBy) });
  if (move === 'withdraw') return withdrawCompensation.button(label, { compensationId });
  return refuseCompensation.button(label, { compensationId, noteId: params.noteId ?? null });
};

/** What a refusal says to the proposer: nothing yet, or the words that were typed. */
const wordsLine = (move: CompensationMove, note: string | null, { t }: Pick<Tools, 't'>): Html | null => {
  if (move !== 'refuse') return null;
  return note === null
    ? t('compensation-end-words', { max: MAX_COMPENSATION_NOTE })
    : t('compensation-note', { words: note });
};

/** A decision asks once more; a message becomes a word to the proposer when it is a no. */
export const compensationEnd = defineScreen({
  ...compensationEndPlace,
  load: async ({ db, person, now, timezone }, { compensationId, noteId }): Promise<End | null> => {
    const compensation = await findCompensation(db, compensationId);
    if (compensation === null) return null;
    return {
      compensation,
      note: noteId === undefined ? null : await findNote(db, { id: noteId, authorId: person.id }),
      payBy: addOpenDays(now(), PAY_WITHIN_DAYS, await findClinic(db, timezone)),
    };
  },
  render: (end, tools) => {
    const { t, params, person, moment } = tools;
    const { compensationId, move } = params;
    const back = compensationPlace.link(t('button-cancel'), { compensationId });
    const reason = objection(move, end.compensation, person);
    if (reason !== null)
      return { text: t('compensation-cannot', { reason: t(codeKey('refusal', reason)) }), rows: [[back]] };
    return {
      text: lines(
        compensationTitle(end.compensation, tools),
        ...proposalLines(end.compensation, tools),
        '',
        t('compensation-end-question', {
          move,
          name: nameOf(end.compensation.proposedBy),
          due: moment(end.payBy),
        }),
        wordsLine(move, end.note, tools),
      ),
      rows: [[confirmButton(move, end, tools), back]],
    };
  },
  typed: (text, { t, params: { compensationId, move } }) => {
    if (move !== 'refuse') return { kind: 'say', text: t('compensation-tap') };
    if (text.length > MAX_COMPENSATION_NOTE)
      return { kind: 'say', text: t('compensation-words-long', { max: MAX_COMPENSATION_NOTE }) };
    return {
      kind: 'keep',
      words: text,
      leadsTo: (noteId) => compensationEndPlace.address({ compensationId, move, noteId }),
    };
  },
});
