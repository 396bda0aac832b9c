import type { DbClient } from '@perezvon/db';
import { givenCall, givenScore } from '@perezvon/db/testing';

/** Stores so many scored calls around a moment, alike but for number and time, in a few statements. */
export const givenManyCalls = async (db: DbClient, count: number, around: Date): Promise<void> => {
  const first = await givenCall(db, { callDate: around });
  await givenScore(db, first);
  await db.$executeRaw`
    INSERT INTO calls (history_id, call_date, direction, content_hash)
    SELECT 1000000 + n, ${around}::timestamptz - n % 500 * interval '1 minute', 'inbound', 'made up'
    FROM generate_series(1, ${count - 1}::int) AS n`;
  // Or each row's foreign key is looked for by reading the whole table, as when it had one call.
  await db.$executeRaw`ANALYZE calls`;
  await db.$executeRaw`
    INSERT INTO call_scores SELECT (copied).* FROM (
      SELECT jsonb_populate_record(
        s, jsonb_build_object('history_id', c.history_id, 'call_date', c.call_date)) AS copied
      FROM call_scores AS s, calls AS c
      WHERE s.history_id = ${first.historyId} AND c.history_id <> s.history_id
    ) AS copies`;
};
