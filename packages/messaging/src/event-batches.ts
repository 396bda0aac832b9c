import type { Envelope, QueueName } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import type { ProcessingDeps } from './deps.js';
import type { CheckedBatchHandler, CheckedHandlers } from './handlers.js';
import { addressEvents, insertOutbox, markAllProcessed } from './outbox.js';
import { shareRuns } from './share-runs.js';

/** Transactions of one handler at a time: one computes while the other waits for its commit. */
const BATCHES_AT_ONCE = 2;

/**
 * Processes events of one type in one transaction: all of them or none. One that was processed before, or stands
 * twice in the batch, changes nothing.
 * @returns what became of each, in the same order
 */
export const processEventBatch = (
  queue: QueueName,
  events: readonly Envelope[],
  handler: CheckedBatchHandler,
  { db, now }: ProcessingDeps,
): Promise<('done' | 'duplicate')[]> =>
  withTransaction(db, async (tx) => {
    const unmarked = await markAllProcessed(
      tx,
      queue,
      events.map(({ id }) => id),
    );
    const isFresh = events.map(
      ({ id }, index) => unmarked.has(id) && events.findIndex((event) => event.id === id) === index,
    );
    const fresh = events.filter((_, index) => isFresh[index]);
    const bodies = fresh.length === 0 ? [] : await handler.handle(fresh, { tx, now });
    const at = now();
    await insertOutbox(
      tx,
      fresh.flatMap(({ id: causedBy, actorId, origin }, index) =>
        addressEvents(bodies[index] ?? [], {
          causedBy,
          actorId,
          origin,
          at,
          priority: unmarked.get(causedBy) ?? 'live',
        }),
      ),
    );
    return isFresh.map((done) => (done ? 'done' : 'duplicate'));
  });

/**
 * The same handlers for a worker that runs many jobs at a time: events of a batch handler that arrive together share
 * a transaction. A batch that fails is taken apart, so that one bad message harms no other.
 */
export const gatherBatches = (
  queue: QueueName,
  handlers: CheckedHandlers,
  deps: ProcessingDeps,
): CheckedHandlers => {
  const events: CheckedHandlers['events'] = { ...handlers.events };
  for (const [type, handler] of Object.entries(handlers.events)) {
    if (handler?.kind !== 'batch') continue;
    const process = shareRuns(
      (gathered: readonly Envelope[]) => processEventBatch(queue, gathered, handler, deps),
      { size: handler.size, runs: BATCHES_AT_ONCE },
    );
    events[type] = { kind: 'gathered', process };
  }
  return { ...handlers, events };
};
