import type { promiseHeard } from '@perezvon/contracts';
import { findClinic } from '@perezvon/db';
import type { EventHandler } from '@perezvon/messaging';
import { promiseDueAt } from './due.js';
import { forgetPromises, judgePromises, listHeard, storePromises } from './store.js';

/**
 * What operators promised in these calls, as their current scores say; an old call that is imported is judged at once.
 * The message says only where to look: however late or often it comes, what is kept is what the scores say now.
 */
export const notePromises: EventHandler<typeof promiseHeard> = {
  kind: 'transaction',
  handle: async ({ payload: { historyIds, timezone } }, { tx, now }) => {
    const heard = await listHeard(tx, historyIds);
    const clinic = await findClinic(tx, timezone);
    const promises = heard.map(({ promise, ...call }) => ({
      ...call,
      dueAt: promiseDueAt(promise, call.callDate, clinic),
      isTimeSaid: promise.is_time_said,
    }));
    await storePromises(tx, promises);
    const heardIds = new Set(heard.map(({ historyId }) => historyId));
    await forgetPromises(
      tx,
      historyIds.filter((historyId) => !heardIds.has(historyId)),
    );
    await judgePromises(tx, [...heardIds], now());
    return [];
  },
};
