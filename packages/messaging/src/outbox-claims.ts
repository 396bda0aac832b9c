import { PRIORITIES, QUEUE_NAMES, type Priority, type QueueName } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';

/** Pause after which an unprocessed message is sent again; four times as long each time, an hour at most. */
const RESEND_AFTER_S = 30;
const RESEND_FACTOR = 4;
const RESEND_AFTER_MAX_S = 3_600;
/** Beyond this exponent the pause is at its maximum anyway, and the power would one day overflow. */
const RESEND_MAX_EXPONENT = 10;
/** The queue did not take a batch: try again after this. */
const RETRY_AFTER_S = 2;

/** A row that this process sends now. `attempts` counts this sending too. */
export interface ClaimedRow {
  id: bigint;
  message_id: string;
  queue: QueueName;
  message: unknown;
  priority: number;
  attempts: number;
}

/**
 * Takes due rows of one priority for this process. Each gets its next time at once, so a relay that dies here
 * delays them by one resend pause and loses nothing. Rows for a queue of a newer version wait for its relay.
 */
const claimDue = (db: DbClient, priority: Priority, limit: number): Promise<ClaimedRow[]> => db.$queryRaw<
  ClaimedRow[]
>`
  WITH due AS (
    SELECT id FROM outbox
    WHERE priority = ${PRIORITIES[priority]} AND next_send_at <= now() AND queue = ANY(${[...QUEUE_NAMES]}::text[])
    ORDER BY next_send_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
  )
  UPDATE outbox SET
    attempts = outbox.attempts + 1,
    next_send_at = now() + interval '1 second' * least(
      ${RESEND_AFTER_S} * power(${RESEND_FACTOR}, least(outbox.attempts, ${RESEND_MAX_EXPONENT})), ${RESEND_AFTER_MAX_S})
  FROM due WHERE outbox.id = due.id
  RETURNING outbox.id, message_id, queue, message, priority, outbox.attempts`;

/** Due rows in the order they were stored; what people wait for before any bulk. */
export const claimRows = async (db: DbClient, limit: number): Promise<ClaimedRow[]> => {
  const rows = await claimDue(db, 'live', limit);
  if (rows.length < limit) rows.push(...(await claimDue(db, 'bulk', limit - rows.length)));
  return rows.sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
};

/** The queue was down: these were not sent, and are due again soon. */
export const giveBackRows = (db: DbClient, rows: readonly ClaimedRow[]): Promise<number> => db.$executeRaw`
  UPDATE outbox SET attempts = greatest(attempts - 1, 0), next_send_at = now() + ${RETRY_AFTER_S} * interval '1 second'
  WHERE id = ANY(${rows.map(({ id }) => id)}::bigint[])`;

/** Nobody can send these: they stay for a person to look at. */
export const parkRows = (db: DbClient, rows: readonly ClaimedRow[]): Promise<number> => db.$executeRaw`
  UPDATE outbox SET next_send_at = NULL WHERE id = ANY(${rows.map(({ id }) => id)}::bigint[])`;

/**
 * Takes out rows whose message was processed all the same: it was published again just when it was processed, and
 * the queue, which knows its finished job, would never run another.
 */
export const removeProcessedRows = (
  db: DbClient,
  rows: readonly ClaimedRow[],
): Promise<number> => db.$executeRaw`
  DELETE FROM outbox USING processed_messages AS done
  WHERE outbox.id = ANY(${rows.map(({ id }) => id)}::bigint[])
    AND done.queue = outbox.queue AND done.message_id = outbox.message_id`;
