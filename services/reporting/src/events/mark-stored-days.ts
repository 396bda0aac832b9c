import type { scoresStored } from '@perezvon/contracts';
import type { TransactionHandler } from '@perezvon/messaging';
import { markDirtyDays } from '../store/dirty-days.js';

/** Scores came in bulk: of a version that is shown, or of one in shadow, which has roll-ups of its own. */
export const markStoredDays = (timeZone: string): TransactionHandler<typeof scoresStored> => ({
  kind: 'transaction',
  handle: async ({ payload: { callDates } }, { tx }) => {
    await markDirtyDays(tx, callDates, timeZone);
    return [];
  },
});
