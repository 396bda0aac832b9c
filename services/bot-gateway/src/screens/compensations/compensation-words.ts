import { may } from '@perezvon/access';
import { compensationStanding } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf, type Person, type PersonName } from '../../people/person.js';
import type { CompensationCard } from '../../queries/compensations/find-compensation.js';
import type { SpokenNote } from '../../queries/disputes/find-dispute.js';
import { html, join, lines, type Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import { visibleWords } from '../../text/visible-words.js';
import type { RenderTools } from '../define-screen.js';

export type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person' | 'now'>;

/** A reason that takes longer is a talk, not a line on a phone. */
export const MAX_COMPENSATION_NOTE = 500;

/** Words of one person as another may read them. */
export const noteLine = (note: SpokenNote | null, { t, person }: Tools): Html | null => {
  if (note === null) return null;
  const words = note.authorId === person.id ? note.text : visibleWords(note.text, person);
  return t('compensation-note', { words });
};

/** Who can decide, or that nobody can and what to do then. */
export const decidersLine = (deciders: readonly PersonName[], { t }: Pick<Tools, 't'>): Html =>
  deciders.length === 0
    ? t('compensation-no-decider')
    : t('compensation-deciders', {
        names: join(
          deciders.map((one) => html`${nameOf(one)}`),
          ', ',
        ),
        count: deciders.length,
      });

/** How much, for what, by whom. */
export const proposalLines = (compensation: CompensationCard, tools: Tools): (Html | null)[] => {
  const { t, moment } = tools;
  const { historyId, callDate, operator, amountKopecks, callKopecks, reason } = compensation;
  return [
    t('compensation-call', { call: historyId, at: moment(callDate), operator: operator ?? 'none' }),
    t('compensation-for', { reason: t(codeKey('compensation-reason', reason)) }),
    noteLine(compensation.note, tools),
    t('compensation-proposed', {
      name: nameOf(compensation.proposedBy),
      at: moment(compensation.proposedAt),
    }),
    callKopecks > amountKopecks ? t('compensation-call-total', { money: moneyWords(callKopecks, t) }) : null,
  ];
};

const decisionLines = (compensation: CompensationCard, tools: Tools): (Html | null)[] => {
  const { state, decidedBy, decidedAt } = compensation;
  if (decidedBy === null || decidedAt === null) return [];
  return [
    tools.t('compensation-decided', { state, name: nameOf(decidedBy), at: tools.moment(decidedAt) }),
    noteLine(compensation.decisionNote, tools),
  ];
};

/** Since when it waits, for whoever proposed it and whoever decides. */
const waitingLine = (
  { state, proposedAt, remindedAt }: CompensationCard,
  { t, moment }: Tools,
): Html | null =>
  state === 'proposed'
    ? t('compensation-waits', {
        since: moment(proposedAt),
        reminded: remindedAt === null ? 'none' : moment(remindedAt),
      })
    : null;

const paymentLine = ({ state, payment }: CompensationCard, { t, moment, now }: Tools): Html | null => {
  if (payment === null) return null;
  const { owner, dueAt, closedAt } = payment;
  return t('compensation-payment', {
    standing: compensationStanding(state, payment.state),
    name: nameOf(owner),
    due: moment(dueAt),
    late: String(dueAt < now),
    at: closedAt === null ? 'none' : moment(closedAt),
  });
};

/** What stands above one compensation: its number, its sum and how it stands. */
export const compensationTitle = (
  { id, amountKopecks, state, payment }: CompensationCard,
  { t }: Pick<Tools, 't'>,
): Html =>
  t('compensation-title', {
    id,
    money: moneyWords(amountKopecks, t),
    standing: t(codeKey('compensation-standing', compensationStanding(state, payment?.state ?? null))),
  });

/** One compensation from the call to the payment. @param deciders who can approve it; read while it waits only */
export const compensationText = (
  compensation: CompensationCard,
  deciders: readonly PersonName[],
  tools: Tools,
): Html =>
  lines(
    compensationTitle(compensation, tools),
    ...proposalLines(compensation, tools),
    waitingLine(compensation, tools),
    compensation.state === 'proposed' ? decidersLine(deciders, tools) : null,
    ...decisionLines(compensation, tools),
    paymentLine(compensation, tools),
  );

/** Whether a person has to do with compensations at all. */
export const hasPart = ({ role }: Pick<Person, 'role'>): boolean =>
  may(role, 'compensation.propose') || may(role, 'compensation.approve');
