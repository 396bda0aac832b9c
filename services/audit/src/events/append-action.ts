import type { actionDenied, actionFailed, adminAction } from '@perezvon/contracts';
import type { TransactionHandler } from '@perezvon/messaging';
import { entryOf } from '../domain/entry.js';
import { appendEntry } from '../store/log.js';

/** What was carried out, with the values before and after. */
export const appendAction: TransactionHandler<typeof adminAction> = {
  kind: 'transaction',
  handle: async (event, { tx }) => {
    const { before, after } = event.payload;
    await appendEntry(tx, entryOf(event, { outcome: 'done', reason: null, before, after }));
    return [];
  },
};

/** What was refused: attempts are kept too. */
export const appendDenial: TransactionHandler<typeof actionDenied> = {
  kind: 'transaction',
  handle: async (event, { tx }) => {
    const { reason } = event.payload;
    await appendEntry(tx, entryOf(event, { outcome: 'denied', reason, before: null, after: null }));
    return [];
  },
};

/** What was given up after every attempt. */
export const appendFailure: TransactionHandler<typeof actionFailed> = {
  kind: 'transaction',
  handle: async (event, { tx }) => {
    const reason = event.payload.code;
    await appendEntry(tx, entryOf(event, { outcome: 'failed', reason, before: null, after: null }));
    return [];
  },
};
