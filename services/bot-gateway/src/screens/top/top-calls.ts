import { PERIOD_DAYS } from '@perezvon/contracts';
import { periodEnding } from '@perezvon/db/calls';
import { listTopCalls, type TopCall } from '../../queries/calls/list-top-calls.js';
import { lines } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { topCallsPlace, topReviewPlace } from '../places/top.js';
import { topCallLines } from './top-words.js';

interface Chosen {
  at: Date;
  calls: readonly TopCall[];
}

/** A button a call, and one that goes through them in their order. */
const reviewRows = (
  { at, calls }: Chosen,
  { t, moment, params }: Pick<RenderTools<{ days: (typeof PERIOD_DAYS)[number] }>, 't' | 'moment' | 'params'>,
): Button[][] => {
  const [first] = calls;
  if (!first) return [];
  const step = { days: params.days, at: at.getTime() };
  return [
    [
      topReviewPlace.link(t('button-top-start', { count: calls.length }), {
        ...step,
        historyId: first.historyId,
      }),
    ],
    ...calls.map(({ historyId, callDate }, index) => [
      topReviewPlace.link(t('top-call-button', { place: index + 1, id: historyId, at: moment(callDate) }), {
        ...step,
        historyId,
      }),
    ]),
  ];
};

/** «🎯 Топ-5»: the calls that need an ear first, across the lists, none of them listened to by anybody. */
export const topCalls = defineScreen({
  ...topCallsPlace,
  load: async ({ db, now, timezone }, { days }): Promise<Chosen> => {
    const at = now();
    return { at, calls: await listTopCalls(db, { period: periodEnding(at, days, timezone), at }) };
  },
  render: (chosen, tools) => {
    const { t, params } = tools;
    const { calls } = chosen;
    return {
      text: lines(
        t('top-title', { days: params.days }),
        calls.length === 0 ? t('top-none') : t('top-how'),
        calls.map((call, index) => lines('', topCallLines(call, index + 1, tools))),
      ),
      rows: [
        ...reviewRows(chosen, tools),
        PERIOD_DAYS.map((days) =>
          topCallsPlace.link(t('figure-period-button', { days, chosen: String(days === params.days) }), {
            days,
          }),
        ),
      ],
    };
  },
});
