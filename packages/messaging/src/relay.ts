import { Envelope, isQueueName, type QueueName } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import type { MessagingDeps, Stop } from './deps.js';
import { settleFailedJobs } from './failed-jobs.js';

/** One round of the relay: what fits one `addBulk` well. */
const BATCH = 500;
/** Messages that another process stored and could not send, or that wait for their next try. */
const SWEEP_EVERY_MS = 1_000;
/** Pause after which an unprocessed message is sent again; four times as long each time, an hour at most. */
const RESEND_AFTER_S = 30;
const RESEND_AFTER_MAX_S = 3_600;
/** The queue did not take a batch: try again after this. */
const RETRY_AFTER_S = 2;

interface ClaimedRow {
  id: bigint;
  message_id: string;
  queue: string;
  message: unknown;
  priority: number;
  attempts: number;
}

/**
 * Takes due rows for this process: each gets its next time at once, so a relay that dies here delays them
 * by one resend pause and loses nothing.
 */
const claim = (db: DbClient): Promise<ClaimedRow[]> => db.$queryRaw<ClaimedRow[]>`
  WITH due AS (
    SELECT id FROM outbox WHERE next_send_at <= now()
    ORDER BY next_send_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
  )
  UPDATE outbox SET
    attempts = outbox.attempts + 1,
    next_send_at = now() + least(${RESEND_AFTER_S} * power(4, outbox.attempts), ${RESEND_AFTER_MAX_S}) * interval '1 second'
  FROM due WHERE outbox.id = due.id
  RETURNING outbox.id, message_id, queue, message, priority, outbox.attempts`;

const giveBack = (db: DbClient, rows: readonly ClaimedRow[]) => db.$executeRaw`
  UPDATE outbox SET attempts = greatest(attempts - 1, 0), next_send_at = now() + ${RETRY_AFTER_S} * interval '1 second'
  WHERE id = ANY(${rows.map(({ id }) => id)}::bigint[])`;

const groupByQueue = (rows: readonly ClaimedRow[]): Map<QueueName, ClaimedRow[]> => {
  const groups = new Map<QueueName, ClaimedRow[]>();
  for (const row of rows) {
    if (!isQueueName(row.queue)) continue;
    const group = groups.get(row.queue);
    if (group) group.push(row);
    else groups.set(row.queue, [row]);
  }
  return groups;
};

const byId = (a: ClaimedRow, b: ClaimedRow) => (a.id < b.id ? -1 : 1);

const send = async (queueName: QueueName, rows: ClaimedRow[], deps: MessagingDeps): Promise<void> => {
  // A job id that is known already is left as it is: sending again is harmless.
  await deps.queues.queue(queueName).addBulk(
    rows.sort(byId).map((row) => {
      const envelope = Envelope.parse(row.message);
      return { name: envelope.type, data: envelope, opts: { jobId: row.message_id, priority: row.priority } };
    }),
  );
  const again = rows.filter(({ attempts }) => attempts > 1);
  if (again.length > 0) {
    deps.log.warn({ queue: queueName, messages: again.length }, 'messages sent again');
    await settleFailedJobs(
      queueName,
      again.map(({ message_id: messageId }) => messageId),
      deps,
    );
  }
};

/**
 * Sends what is due, once. A queue that is down gets its messages back into the outbox; the others are served.
 * @returns how many rows were claimed, and whether every queue took its part
 */
export const relayOnce = async (deps: MessagingDeps): Promise<{ claimed: number; sent: boolean }> => {
  const rows = await claim(deps.db);
  let sent = true;
  for (const [queueName, group] of groupByQueue(rows)) {
    try {
      await send(queueName, group, deps);
    } catch (error) {
      sent = false;
      deps.log.warn({ queue: queueName, messages: group.length, err: error }, 'queue did not take messages');
      await giveBack(deps.db, group);
    }
  }
  return { claimed: rows.length, sent };
};

/**
 * Moves the outbox to the queues for as long as the process lives: at once when this process stored something,
 * every second for what others left behind. Any number of relays may run side by side.
 */
export const startRelay = (deps: MessagingDeps): Stop => {
  let stopping = false;
  let wake: () => void = () => {};
  let awake = true;
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
      if (awake || stopping) wake();
    });

  const run = async () => {
    while (!stopping) {
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
    stopping = true;
    stopListening();
    wake();
    await running;
  };
};
