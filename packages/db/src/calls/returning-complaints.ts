import type { Tx } from '../client.js';
import { CHAIN_DAYS, MAX_CALLS_OF_CLIENT } from './client-numbers.js';

/**
 * Notes of complaints which call of their client they are: a returning one is put above the others. Asked when calls
 * were scored; a complaint whose client turns out to have called before (files come in any order) is noted anew.
 * One statement, as every scored call passes here: it counts the client's calls by his number and by the numbers that
 * are named in one of them; `findChainPlaces` looks a little further.
 */
export const markReturningComplaints = async (tx: Tx, historyIds: readonly number[]): Promise<void> => {
  await tx.$executeRaw`
    WITH touched AS (
      SELECT s.history_id FROM call_scores AS s
      WHERE s.history_id = ANY(${[...historyIds]}::bigint[]) AND s.is_current AND s.complaint_risk_flag
      UNION
      SELECT s.history_id FROM calls AS c
        JOIN calls AS later ON later.client_phone_hash = c.client_phone_hash AND later.call_date > c.call_date
          AND later.call_date <= c.call_date + make_interval(days => ${CHAIN_DAYS}::int)
        JOIN call_scores AS s ON s.history_id = later.history_id AND s.is_current AND s.complaint_risk_flag
      WHERE c.history_id = ANY(${[...historyIds]}::bigint[])
    ), free AS (
      -- Who scores one of these at this moment notes it himself: waiting for each other could end in a deadlock.
      SELECT s.history_id, s.lm_version_tag, c.client_phone_hash AS phone, c.call_date, c.direction
      FROM touched JOIN call_scores AS s USING (history_id) JOIN calls AS c USING (history_id)
      WHERE s.is_current ORDER BY s.history_id FOR UPDATE OF s SKIP LOCKED
    ), placed AS MATERIALIZED (
      SELECT free.history_id, free.lm_version_tag, (
        -- A number with more calls than one client's is nobody's: everyone who calls from it calls for the first time.
        SELECT CASE WHEN count(*) < ${MAX_CALLS_OF_CLIENT}::int THEN count(*) + 1 ELSE 1 END FROM (
          SELECT e.history_id, e.call_date, e.direction FROM calls AS e WHERE e.client_phone_hash = free.phone
          UNION
          SELECT e.history_id, e.call_date, e.direction FROM said_phones AS said
            JOIN calls AS e ON e.client_phone_hash = said.phone_hash WHERE said.history_id = free.history_id
          UNION
          SELECT e.history_id, e.call_date, e.direction FROM said_phones AS said
            JOIN calls AS e ON e.history_id = said.history_id WHERE said.phone_hash = free.phone
        ) AS earlier
        WHERE earlier.direction = 'inbound'
          AND earlier.call_date >= free.call_date - make_interval(days => ${CHAIN_DAYS}::int)
          AND (earlier.call_date, earlier.history_id) < (free.call_date, free.history_id)
      ) AS number
      FROM free WHERE free.direction = 'inbound'
    )
    UPDATE call_scores AS s
    SET client_call_number = placed.number
    FROM placed
    WHERE s.history_id = placed.history_id AND s.lm_version_tag = placed.lm_version_tag
      AND s.client_call_number IS DISTINCT FROM placed.number`;
};
