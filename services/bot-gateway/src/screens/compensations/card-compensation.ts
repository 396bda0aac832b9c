import { compensationStanding } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import type { CallCard, CardCompensation } from '../../queries/calls/find-call-card.js';
import type { Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';
import { compensationPlace, compensationReasonPlace } from '../places/compensations.js';
import { hasPart } from './compensation-words.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'person'>;

const words = ({ amountKopecks, state, payment }: CardCompensation, { t }: Tools) => ({
  money: moneyWords(amountKopecks, t),
  standing: t(codeKey('compensation-standing', compensationStanding(state, payment))),
});

/** The clinic's money is the business of those who propose and decide. */
const compensationsFor = ({ compensations }: CallCard, { person }: Tools): readonly CardCompensation[] =>
  hasPart(person) ? compensations : [];

/** What the call has cost, a line a compensation. */
export const compensationLines = (call: CallCard, tools: Tools): Html[] =>
  compensationsFor(call, tools).map((one) => tools.t('call-compensation', words(one, tools)));

const isUnderWay = ({ state, payment }: CardCompensation): boolean => {
  const standing = compensationStanding(state, payment);
  return standing === 'waiting' || standing === 'to_pay';
};

/** «💰 Компенсация», unless one is under way already; and the ways to those there are. */
export const compensationRows = (call: CallCard, tools: Tools): Button[][] => {
  const { t } = tools;
  const { historyId, compensations } = call;
  return [
    compensations.some(isUnderWay)
      ? []
      : [compensationReasonPlace.link(t('button-compensation'), { historyId })],
    ...compensationsFor(call, tools).map((one) => [
      compensationPlace.link(t('button-compensation-one', words(one, tools)), { compensationId: one.id }),
    ]),
  ];
};
