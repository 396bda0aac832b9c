import type { Direction, Outcome } from '@perezvon/contracts';
import type { Db } from '../client.js';
import { Prisma } from '../generated/client.js';
import { clientNumbers, isHisOwn, isNear, isOneClients } from './client-numbers.js';
import { unreadAmong } from './unread.js';

/**
 * The calls of the same clients within a month, as CTEs; the last one is `chain (key, call_date, history_id)`: `key` is
 * the call that is asked about, the others are the calls of its client, itself among them. A hidden number is nobody's:
 * such a call has a chain only where the client names a number in it.
 */
export const chainOf = (historyIds: readonly number[]): Prisma.Sql => Prisma.sql`
  asked_calls AS (
    SELECT history_id AS key, call_date, client_phone_hash FROM calls
    WHERE history_id = ANY(${[...historyIds]}::bigint[])
  ), own AS (
    SELECT asked.key, asked.client_phone_hash AS phone, asked.call_date FROM asked_calls AS asked
    WHERE asked.client_phone_hash IS NOT NULL
      AND ${isOneClients(Prisma.sql`asked.client_phone_hash`, Prisma.sql`asked.call_date`)}
  ), numbers AS (
    ${clientNumbers(Prisma.sql`own`)}
    UNION
    SELECT asked.key, said.phone_hash FROM asked_calls AS asked JOIN said_phones AS said ON said.history_id = asked.key
      WHERE ${isHisOwn(Prisma.sql`said.phone_hash`, Prisma.sql`asked.call_date`)}
  ), chain AS (
    SELECT asked.key, c.call_date, c.history_id FROM asked_calls AS asked
      JOIN numbers ON numbers.key = asked.key
      JOIN calls AS c ON c.client_phone_hash = numbers.phone
        AND ${isNear(Prisma.sql`c.call_date`, Prisma.sql`asked.call_date`)}
    UNION
    SELECT asked.key, c.call_date, c.history_id FROM asked_calls AS asked
      JOIN numbers ON numbers.key = asked.key
      JOIN said_phones AS said ON said.phone_hash = numbers.phone
      JOIN calls AS c ON c.history_id = said.history_id
        AND ${isNear(Prisma.sql`c.call_date`, Prisma.sql`asked.call_date`)}
    UNION
    SELECT key, call_date, key FROM asked_calls
  )`;

/** A call's place among the calls of its client within a month. */
export interface ChainPlace {
  /** Which of the client's own calls (he called the clinic) it is: 1 for the first. 0: the clinic called him. */
  number: number;
  /** His other calls, in both directions. */
  others: number;
}

/** The places of calls in the chains of their clients, as a query with the rows `(key, number, others)`. */
export const placesOf = (historyIds: readonly number[]): Prisma.Sql => Prisma.sql`
  WITH ${chainOf(historyIds)}
  SELECT me.history_id AS key, (count(*) - 1)::int AS others,
    CASE me.direction WHEN 'inbound' THEN
      count(*) FILTER (
        WHERE c.direction = 'inbound' AND (c.call_date, c.history_id) <= (me.call_date, me.history_id)
      ) ELSE 0 END::int AS number
  FROM chain JOIN calls AS me ON me.history_id = chain.key JOIN calls AS c ON c.history_id = chain.history_id
  GROUP BY me.history_id`;

/** The places of calls in the chains of their clients; a call that is not known is left out. */
export const findChainPlaces = async (
  db: Db,
  historyIds: readonly number[],
): Promise<Map<number, ChainPlace>> => {
  if (historyIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ key: bigint; number: number; others: number }[]>(placesOf(historyIds));
  return new Map(rows.map(({ key, ...place }) => [Number(key), place]));
};

/** Another call of the same client. */
export interface ChainCall {
  historyId: number;
  callDate: Date;
  direction: Direction;
  operator: string | null;
  /** Seconds; null: not known. */
  talkDuration: number | null;
  /** null: not scored yet. */
  outcome: Outcome | null;
  /** There was nothing to read: the transcript had not come. */
  isUnread: boolean;
  isComplaint: boolean;
}

/** The other calls of a call's client within a month, the latest first. @param limit at least 1 */
export const listChainCalls = async (db: Db, historyId: number, limit: number): Promise<ChainCall[]> => {
  const rows = await db.$queryRaw<(Omit<ChainCall, 'historyId'> & { historyId: bigint })[]>`
    WITH ${chainOf([historyId])}
    SELECT c.history_id AS "historyId", c.call_date AS "callDate", c.direction::text, c.operator,
      c.talk_duration AS "talkDuration", s.outcome::text, ${unreadAmong('s')} AS "isUnread",
      coalesce(s.complaint_risk_flag, false) AS "isComplaint"
    FROM chain JOIN calls AS c ON c.history_id = chain.history_id
      LEFT JOIN call_scores AS s ON s.history_id = c.history_id AND s.is_current
    WHERE c.history_id <> chain.key
    ORDER BY c.call_date DESC, c.history_id DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, historyId: Number(row.historyId) }));
};
