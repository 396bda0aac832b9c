import type { DbClient } from '@perezvon/db';

/**
 * How long a second delivery is recognised: longer than any queue or Telegram keeps a message
 * (updates 24 h, failed jobs and backups some weeks).
 */
const KEEP_PROCESSED_DAYS = 45;
const BATCH = 5_000;

/** Forgets processed messages that can no longer come again. @returns how many */
export const forgetOldMessages = (db: DbClient): Promise<number> => db.$executeRaw`
  DELETE FROM processed_messages WHERE (queue, message_id) IN (
    SELECT queue, message_id FROM processed_messages
    WHERE processed_at < now() - ${KEEP_PROCESSED_DAYS} * interval '1 day' LIMIT ${BATCH}
  )`;
