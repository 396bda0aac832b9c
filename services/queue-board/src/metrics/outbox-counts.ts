import { PRIORITIES } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { COUNT_LIMIT } from './queue-counts.js';

export interface OutboxCounts {
  /** Not processed yet: on their way to a queue, or waiting in one. */
  waiting: number;
  /** Given up: their jobs lie in the failed set until somebody retries them. */
  parked: number;
}

/** How many messages nobody has processed yet; COUNT_LIMIT a priority means "or more". */
export const countOutbox = async (db: Db): Promise<OutboxCounts> => {
  // The index begins with the priority: asked for each, both counts end at their limit or at the last match.
  const [row] = await db.$queryRaw<OutboxCounts[]>`
    SELECT coalesce(sum(w.messages), 0)::float8 AS waiting, coalesce(sum(n.messages), 0)::float8 AS parked
    FROM unnest(${Object.values(PRIORITIES)}::int[]) p(priority),
      LATERAL (SELECT count(*) AS messages FROM (
        SELECT FROM outbox WHERE priority = p.priority AND next_send_at IS NOT NULL LIMIT ${COUNT_LIMIT}) x) w,
      LATERAL (SELECT count(*) AS messages FROM (
        SELECT FROM outbox WHERE priority = p.priority AND next_send_at IS NULL LIMIT ${COUNT_LIMIT}) x) n`;
  return row ?? { waiting: 0, parked: 0 };
};
