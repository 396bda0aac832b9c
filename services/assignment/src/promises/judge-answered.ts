import type { EventTools } from '@perezvon/messaging';
import { canAnswerPromise, judgePromises, listAnswerable } from './store.js';

/** Judges anew the promises that an outgoing call may keep, or does not keep any more as it is known now. */
export const judgeAnswered = async (historyId: number, { tx, now }: EventTools): Promise<void> => {
  if (!(await canAnswerPromise(tx, historyId))) return;
  await judgePromises(tx, await listAnswerable(tx, historyId), now());
};
