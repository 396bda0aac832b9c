import { assignmentStart, callScored, type Envelope, type EventBody } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import type { QueueHandlers } from '../src/index.js';
import { insertOutbox, refused, type OutboxMessage } from '../src/index.js';

export const NOW = new Date('2026-11-24T09:00:00Z');

/** An event for the reporting queue. */
export const scored = (id: string, historyId = 1): Envelope => ({
  ...callScored.of({
    historyId,
    revision: 1,
    lmVersionTag: 'v1.0.0+00000000',
    callDate: NOW.toISOString(),
    previousCallDate: null,
  }),
  id,
  actorId: null,
  causedBy: null,
  origin: null,
  at: NOW.toISOString(),
});

/** An intent for the assignment queue. */
export const wish = (id: string, actorId: number) =>
  assignmentStart.of({ assignmentId: 1 }, { id, actorId, at: NOW });

/** Stores messages as a service does. */
export const givenOutbox = (db: DbClient, messages: readonly OutboxMessage[]): Promise<void> =>
  withTransaction(db, (tx) => insertOutbox(tx, messages));

/** Makes every waiting message due now, as time would. */
export const makeDue = (db: DbClient): Promise<number> =>
  db.$executeRaw`UPDATE outbox SET next_send_at = now() WHERE next_send_at IS NOT NULL`;

/** Handlers of the reporting queue that do `work` for each call scored, and tell the events that it returns. */
export const onScored = (
  work: (event: Envelope) => Promise<void> | Promise<readonly EventBody[]>,
): QueueHandlers<'reporting'> => ({
  intents: {
    'export.create': async () => refused('export.empty'),
    'export.cancel': async () => refused('export.not_found'),
  },
  events: {
    'call.scored': { kind: 'transaction', handle: async (event) => (await work(event)) ?? [] },
    'scores.stored': { kind: 'transaction', handle: async () => [] },
    'export.requested': { kind: 'transaction', handle: async () => [] },
  },
});

const notFound = async () => refused('assignment.not_found');

/** Handlers of the assignment queue of which only `assignment.start` does something. */
export const onStart = (
  start: QueueHandlers<'assignment'>['intents']['assignment.start'],
): QueueHandlers<'assignment'> => ({
  intents: {
    'assignment.create': async () => refused('assignment.call_not_found'),
    'assignment.create_many': async () => refused('assignment.call_not_found'),
    'assignment.accept': notFound,
    'assignment.start': start,
    'assignment.complete': notFound,
    'assignment.fail': notFound,
    'assignment.extend': notFound,
    'assignment.pause': notFound,
    'assignment.resume': notFound,
    'assignment.reassign': notFound,
    'assignment.cancel': notFound,
    'assignment.return': notFound,
    'call.mark_listened': async () => refused('call.not_found'),
    'promise.dismiss': async () => refused('promise.not_found'),
    'compensation.propose': async () => refused('call.not_found'),
    'compensation.approve': async () => refused('compensation.not_found'),
    'compensation.refuse': async () => refused('compensation.not_found'),
    'compensation.withdraw': async () => refused('compensation.not_found'),
    'compensation.set_limit': async () => refused('compensation.limit_same'),
  },
  events: {
    'call.match_due': { kind: 'transaction', handle: async () => [] },
    'promise.heard': { kind: 'transaction', handle: async () => [] },
  },
});
