import { promiseDismissed, type promiseDismiss } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { findPromiseForUpdate, markDismissed } from './decisions.js';

/** Takes a promise off the list: once, and as long as nobody was given the callback and the client was not called. */
export const dismissPromise: IntentHandler<typeof promiseDismiss> = async ({ payload }, { tx, now }) => {
  const { historyId } = payload;
  const promise = await findPromiseForUpdate(tx, historyId);
  if (promise === null) return refused('promise.not_found');
  const { assignmentId, dismissedAt, keptByCall, state, dueAt } = promise;
  if (assignmentId !== null || dismissedAt !== null || keptByCall !== null)
    return refused('promise.not_waiting');
  await markDismissed(tx, historyId, now());
  const record = { promiseState: state, dueAt: dueAt.toISOString() };
  return done(promiseDismissed.of({ historyId }), {
    before: { ...record, promiseDismissed: false },
    after: { ...record, promiseDismissed: true },
  });
};
