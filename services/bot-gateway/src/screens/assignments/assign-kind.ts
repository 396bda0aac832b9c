import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { findCallBrief, type CallBrief } from '../../queries/calls/find-call-brief.js';
import { findChain, type Chain } from '../../queries/calls/find-chain.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import {
  assignChannelPlace,
  assignKindPlace,
  assignOwnerPlace,
  assignWordsPlace,
} from '../places/assignments.js';
import { chainSummary } from '../calls/chain-words.js';
import { clientCallsPlace } from '../places/calls.js';
import { trainingMetricPlace } from '../places/trainings.js';
import { assignHead } from './given-work.js';

/** What can be given from a call, in the order it is offered. */
const OFFERED = ['callback', 'review', 'training', 'marketing', 'task'] as const;
type Offered = (typeof OFFERED)[number];

/** Where giving each kind goes on: to what it is made of, else to its owner. */
const NEXT_STEP: Record<Offered, (label: Html, historyId: number) => Button> = {
  callback: (label, historyId) => assignOwnerPlace.link(label, { historyId, kind: 'callback', page: 0 }),
  review: (label, historyId) => assignOwnerPlace.link(label, { historyId, kind: 'review', page: 0 }),
  training: (label, historyId) => trainingMetricPlace.link(label, { historyId }),
  marketing: (label, historyId) => assignChannelPlace.link(label, { historyId }),
  task: (label, historyId) => assignWordsPlace.link(label, { historyId, kind: 'task' }),
};

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

/** «👤 Назначить», step 1: what has to be done. What somebody does already is told instead of offered. */
export const assignKind = defineScreen({
  ...assignKindPlace,
  load: async ({ db }, { historyId }): Promise<{ call: CallBrief; chain: Chain } | null> => {
    const [call, chain] = await Promise.all([findCallBrief(db, historyId), findChain(db, historyId)]);
    return call && chain && { call, chain };
  },
  render: ({ call, chain }, tools) => {
    const { t, moment }: Tools = tools;
    const { historyId, open } = call;
    const free = OFFERED.filter((kind) => !open.some((one) => one.kind === kind));
    return {
      text: lines(
        assignHead(call, tools),
        chainSummary(chain, t),
        '',
        free.length > 0 ? t('assign-kind-question') : t('assign-kind-all-taken'),
        open.map(({ kind, owner, dueAt }) =>
          t('assign-kind-taken', {
            kind: t(codeKey('kind', kind)),
            owner: nameOf(owner),
            due: moment(dueAt),
          }),
        ),
      ),
      rows: [
        ...free.map((kind) => [NEXT_STEP[kind](t(codeKey('kind', kind)), historyId)]),
        chain.others === 0
          ? []
          : [clientCallsPlace.link(t('button-chain', { count: chain.others }), { historyId })],
      ],
    };
  },
});
