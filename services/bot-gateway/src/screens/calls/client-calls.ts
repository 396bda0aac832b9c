import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { findChain, type LinkedCall } from '../../queries/calls/find-chain.js';
import { callTime } from '../../text/call-time.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { clientCallsPlace } from '../places/calls.js';
import { callCardPlace } from '../places/work.js';
import { chainLine } from './chain-words.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

const callWords = (call: LinkedCall, { t, moment }: Tools): Html[] => {
  const { historyId, callDate, direction, talkDuration, outcome, isComplaint, owner } = call;
  return [
    t('chain-row', {
      light: t('light', { level: isComplaint ? 'red' : 'unknown' }),
      id: historyId,
      at: moment(callDate),
      direction,
      talk: talkDuration === null ? 'none' : callTime(talkDuration),
      outcome: t(outcome === null ? 'operator-calls-not-scored' : codeKey('outcome', outcome)),
    }),
    ...(owner === null ? [] : [t('call-list-owner', { name: nameOf(owner) })]),
  ];
};

/** «🔁 Звонки клиента»: everything else that one client and the clinic had to say to each other, the latest first. */
export const clientCalls = defineScreen({
  ...clientCallsPlace,
  load: ({ db }, { historyId }) => findChain(db, historyId),
  render: (chain, tools) => {
    const { t, moment, params } = tools;
    const { calls, others, days } = chain;
    return {
      text: lines(
        t('chain-title', { id: params.historyId }),
        chainLine(chain, days, t) ?? t('chain-none', { days }),
        calls.map((call) => lines('', ...callWords(call, tools))),
        others > calls.length ? t('chain-more', { count: others - calls.length }) : null,
      ),
      rows: calls.map(({ historyId, callDate }) => [
        callCardPlace.link(t('chain-call-button', { id: historyId, at: moment(callDate) }), { historyId }),
      ]),
    };
  },
});
