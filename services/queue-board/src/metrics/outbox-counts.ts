import type { Db } from '@perezvon/db';

export interface OutboxCounts {
  /** Not processed yet: on their way to a queue, or waiting in one. */
  waiting: number;
  /** Given up: their jobs lie in the failed set until somebody retries them. */
  parked: number;
}

/** How many messages nobody has processed yet; both counts read an index alone. */
export const countOutbox = async (db: Db): Promise<OutboxCounts> => {
  const [row] = await db.$queryRaw<OutboxCounts[]>`
    SELECT (SELECT count(*) FROM outbox WHERE next_send_at IS NOT NULL)::float8 AS waiting,
      (SELECT count(*) FROM outbox WHERE next_send_at IS NULL)::float8 AS parked`;
  return row ?? { waiting: 0, parked: 0 };
};
