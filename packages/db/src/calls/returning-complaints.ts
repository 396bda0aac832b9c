import type { Tx } from '../client.js';
import { Prisma } from '../generated/client.js';
import { chainOf, placesOf } from './chain.js';
import { CHAIN_DAYS, MAX_CALLS_OF_CLIENT } from './client-numbers.js';

/** Of these calls those whose client has other numbers; for the others their own number says everything. */
const listLinked = async (tx: Tx, historyIds: readonly number[]): Promise<number[]> => {
  const rows = await tx.$queryRaw<{ history_id: bigint }[]>`
    WITH given AS (
      SELECT c.history_id, c.client_phone_hash AS phone FROM calls AS c
      WHERE c.history_id = ANY(${[...historyIds]}::bigint[])
    )
    SELECT said.history_id FROM said_phones AS said WHERE said.history_id = ANY(${[...historyIds]}::bigint[])
    UNION
    SELECT given.history_id FROM given
      WHERE EXISTS (SELECT 1 FROM said_phones AS said WHERE said.phone_hash = given.phone)
    UNION
    SELECT given.history_id FROM given
      WHERE EXISTS (
        SELECT 1 FROM calls AS own JOIN said_phones AS said USING (history_id)
        WHERE own.client_phone_hash = given.phone)`;
  return rows.map(({ history_id: id }) => Number(id));
};

/** Later calls in the chains of these. */
const laterOf = (historyIds: readonly number[]): Prisma.Sql => Prisma.sql`
  WITH ${chainOf(historyIds)}
  SELECT chain.history_id FROM chain JOIN calls AS c ON c.history_id = chain.key
  WHERE chain.call_date > c.call_date`;

/**
 * The statement that locks the scores of complaints among these calls, and of later ones of their clients, as many as one
 * client has. A test looks at its plan.
 * @param linked those whose clients have other numbers
 */
export const touchedComplaintsQuery = (
  historyIds: readonly number[],
  linked: readonly number[],
): Prisma.Sql => Prisma.sql`
  WITH touched AS (
    SELECT unnest(${[...historyIds]}::bigint[]) AS history_id
    UNION
    SELECT later.history_id FROM calls AS c CROSS JOIN LATERAL (
      SELECT next.history_id FROM calls AS next
      WHERE next.client_phone_hash = c.client_phone_hash AND next.call_date > c.call_date
        AND next.call_date <= c.call_date + make_interval(days => ${CHAIN_DAYS}::int)
      ORDER BY next.call_date LIMIT ${MAX_CALLS_OF_CLIENT}
    ) AS later
    WHERE c.history_id = ANY(${[...historyIds]}::bigint[])
    ${linked.length === 0 ? Prisma.empty : Prisma.sql`UNION (${laterOf(linked)})`}
  )
  -- Who scores one of these at this moment notes it himself: waiting for each other could end in a deadlock.
  SELECT s.history_id FROM call_scores AS s
  -- An array: PostgreSQL would rather read every complaint there is than look up some hundred calls.
  WHERE s.history_id = ANY(ARRAY(SELECT history_id FROM touched)) AND s.is_current AND s.complaint_risk_flag
  ORDER BY s.history_id FOR UPDATE OF s SKIP LOCKED`;

const lockTouched = async (
  tx: Tx,
  historyIds: readonly number[],
  linked: readonly number[],
): Promise<number[]> => {
  const rows = await tx.$queryRaw<{ history_id: bigint }[]>(touchedComplaintsQuery(historyIds, linked));
  return rows.map(({ history_id: id }) => Number(id));
};

/**
 * Notes of complaints which call of their client they are, as their cards say it: a returning one is put above the
 * others. Asked when calls were scored; a complaint whose client turns out to have called before (files come in any
 * order) is noted anew. Every scored call passes here: only complaints, and calls of clients with other numbers, cost
 * more than two small statements: to plan the chains takes longer than to read them.
 */
export const markReturningComplaints = async (tx: Tx, historyIds: readonly number[]): Promise<void> => {
  const touched = await lockTouched(tx, historyIds, await listLinked(tx, historyIds));
  if (touched.length === 0) return;
  await tx.$executeRaw`
    UPDATE call_scores AS s SET client_call_number = placed.number
    FROM (SELECT key, nullif(number, 0) AS number FROM (${placesOf(touched)}) AS places) AS placed
    WHERE s.history_id = placed.key AND s.is_current
      AND s.client_call_number IS DISTINCT FROM placed.number`;
};
