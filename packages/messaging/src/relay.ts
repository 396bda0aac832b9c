import { Envelope, QUEUE_NAMES, type QueueName } from '@perezvon/contracts';
import type { MessagingDeps, Stop } from './deps.js';
import { settleFailedJobs } from './failed-jobs.js';
import { claimRows, giveBackRows, parkRows, removeProcessedRows, type ClaimedRow } from './outbox-claims.js';

/** One round of the relay: what fits one `addBulk` well. */
const BATCH = 500;
/** Messages that another process stored and could not send, or that wait for their next try. */
const SWEEP_EVERY_MS = 1_000;

/** Rows as jobs; one that is no message is parked, so that it never holds up the others. */
const toJobs = async (queueName: QueueName, rows: readonly ClaimedRow[], deps: MessagingDeps) => {
  const read = rows.map((row) => ({ row, envelope: Envelope.safeParse(row.message) }));
  const unreadable = read.filter(({ envelope }) => !envelope.success).map(({ row }) => row);
  if (unreadable.length > 0) {
    await parkRows(deps.db, unreadable);
    const messageIds = unreadable.map(({ message_id: messageId }) => messageId);
    deps.log.error({ queue: queueName, messageIds }, 'outbox rows are no messages: parked');
  }
  return read.flatMap(({ row, envelope: { data } }) =>
    data ? [{ name: data.type, data, opts: { jobId: row.message_id, priority: row.priority } }] : [],
  );
};

const send = async (
  queueName: QueueName,
  rows: readonly ClaimedRow[],
  deps: MessagingDeps,
): Promise<void> => {
  // A job id that is known already is left as it is: sending again is harmless.
  await deps.queues.queue(queueName).addBulk(await toJobs(queueName, rows, deps));
  const again = rows.filter(({ attempts }) => attempts > 1);
  if (again.length === 0) return;
  deps.log.info({ queue: queueName, messages: again.length }, 'messages sent again');
  await removeProcessedRows(deps.db, again);
  const messageIds = again.map(({ message_id: messageId }) => messageId);
  await settleFailedJobs(queueName, messageIds, deps);
};

/** @returns whether the queue took its part; otherwise the rows are due again soon */
const sendOrGiveBack = async (
  queueName: QueueName,
  rows: readonly ClaimedRow[],
  deps: MessagingDeps,
): Promise<boolean> => {
  try {
    await send(queueName, rows, deps);
    return true;
  } catch (error) {
    deps.log.warn({ queue: queueName, messages: rows.length, err: error }, 'queue did not take messages');
    await giveBackRows(deps.db, rows);
    return false;
  }
};

/**
 * Sends what is due, once. A queue that is down gets its messages back into the outbox; the others are served.
 * @returns how many rows were claimed, and whether every queue took its part
 */
export const relayOnce = async (deps: MessagingDeps): Promise<{ claimed: number; sent: boolean }> => {
  const rows = await claimRows(deps.db, BATCH);
  const sent = await Promise.all(
    QUEUE_NAMES.map(async (queueName) => {
      const group = rows.filter(({ queue }) => queue === queueName);
      return group.length === 0 || (await sendOrGiveBack(queueName, group, deps));
    }),
  );
  return { claimed: rows.length, sent: sent.every(Boolean) };
};

/**
 * Moves the outbox to the queues for as long as the process lives: at once when this process stored something,
 * every second for what others left behind. Any number of relays may run side by side.
 */
export const startRelay = (deps: MessagingDeps): Stop => {
  const stopping = new AbortController();
  let awake = true;
  let wake: () => void = () => {};
  const stopListening = deps.queues.onWake(() => {
    awake = true;
    wake();
  });

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, SWEEP_EVERY_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (awake || stopping.signal.aborted) wake();
    });

  const run = async () => {
    while (!stopping.signal.aborted) {
      awake = false;
      try {
        const { claimed, sent } = await relayOnce(deps);
        if (claimed === BATCH && sent) continue;
      } catch (error) {
        deps.log.error({ err: error }, 'relay round failed');
      }
      await pause();
    }
  };
  const running = run();

  return async () => {
    stopping.abort();
    stopListening();
    wake();
    await running;
  };
};
