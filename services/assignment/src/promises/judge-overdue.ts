import { withTransaction } from '@perezvon/db';
import { runEvery, type ProcessingDeps, type Stop } from '@perezvon/messaging';
import { claimOverdue, judgePromises } from './store.js';

/** A transaction of some tens of milliseconds: whoever decides about one of these promises waits no longer. */
const BATCH = 100;
/** People wait for no second of it; a promise has a quarter of an hour of grace. */
const LOOK_EVERY_S = 15;

/**
 * Judges the promises whose time is over. Rows decide: what was missed while nobody looked is found by the next look.
 * Safe side by side.
 * @returns how many there were
 */
export const judgeOverdue = async ({ db, now, log }: ProcessingDeps): Promise<number> => {
  let judged = 0;
  for (;;) {
    const batch = await withTransaction(db, async (tx) => {
      const at = now();
      const historyIds = await claimOverdue(tx, at, BATCH);
      await judgePromises(tx, historyIds, at);
      return historyIds.length;
    });
    judged += batch;
    if (batch < BATCH) break;
  }
  if (judged > 0) log.info({ promises: judged }, 'promises judged');
  return judged;
};

/** Watches over promises until stopped. */
export const startJudging = (deps: ProcessingDeps): Stop =>
  runEvery(LOOK_EVERY_S, 'judge-overdue-promises', () => judgeOverdue(deps), deps);
