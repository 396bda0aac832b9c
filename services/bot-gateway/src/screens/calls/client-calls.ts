import { findChain, type LinkedCall } from '../../queries/calls/find-chain.js';
import { callTime } from '../../text/call-time.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { clientCallsPlace } from '../places/calls.js';
import { callCardPlace } from '../places/work.js';
import { chainLine } from './chain-words.js';
import { outcomeWords } from './outcome-words.js';
import { ownerWords } from './owner-words.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

const callWords = (call: LinkedCall, { t, moment }: Tools): Html[] => {
  const { historyId, callDate, direction, talkDuration, isComplaint, owner } = call;
  return [
    t('chain-row', {
      light: t('light', { level: isComplaint ? 'red' : 'unknown' }),
      id: historyId,
      at: moment(callDate),
      direction,
      // Nobody talked: the outcome says so.
      talk: talkDuration === null || talkDuration === 0 ? 'none' : callTime(talkDuration),
      outcome: outcomeWords(call, t),
    }),
    ...(owner === null ? [] : [ownerWords(owner, t)]),
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
