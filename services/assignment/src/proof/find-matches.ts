import { Turn } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { clientNumbers, hasOtherNumbers, isOneClients, isPrivate } from '@perezvon/db/calls';
import { z } from 'zod';
import { isProofTalk } from './talk.js';

/** An outgoing call to the client of a callback, after the callback was given and before it was closed. */
export interface Match {
  assignmentId: number;
  /** The outgoing call. */
  historyId: number;
  callDate: Date;
  /** Long enough, and with a person. */
  isProof: boolean;
}

/** What a call that somebody has to answer may be older than the answer, in days: work lies no longer. */
const ANSWERED_WITHIN_DAYS = 90;
/** «✅ Выполнено» is often tapped before the call is made; what is said later is another talk. */
const AFTER_DONE_MINUTES = 60;

const Row = z.object({
  assignmentId: z.int(),
  historyId: z.bigint().transform(Number),
  callDate: z.date(),
  talkDuration: z.int().nullable(),
  turns: z.array(Turn).nullable(),
});

/**
 * The statement behind `findMatches`: from the numbers of the clients that were called to their calls, and from these
 * to the callbacks. An outgoing call to somebody with no callback costs a few index probes, however much work is open;
 * a test looks at its plan.
 */
export const matchesQuery = (historyIds: readonly number[]): Prisma.Sql => Prisma.sql`
  WITH outgoing AS (
    SELECT c.history_id AS key, c.client_phone_hash AS phone, c.call_date, c.talk_duration FROM calls AS c
    WHERE c.history_id = ANY(${[...historyIds]}::bigint[])
      AND c.direction = 'outbound' AND c.client_phone_hash IS NOT NULL
      AND ${isOneClients(Prisma.sql`c.client_phone_hash`, Prisma.sql`c.call_date`)}
  ), numbers AS (
    ${clientNumbers(Prisma.sql`outgoing`)}
  ), answered AS (
    SELECT numbers.key, asking.history_id FROM numbers
      JOIN outgoing ON outgoing.key = numbers.key
      JOIN calls AS asking ON asking.client_phone_hash = numbers.phone AND asking.call_date < outgoing.call_date
        AND asking.call_date > outgoing.call_date - make_interval(days => ${ANSWERED_WITHIN_DAYS}::int)
    UNION
    SELECT outgoing.key, said.history_id FROM outgoing
      JOIN said_phones AS said ON said.phone_hash = outgoing.phone
      WHERE ${isPrivate(Prisma.sql`outgoing.phone`)}
  )
  SELECT a.id AS "assignmentId", outgoing.key AS "historyId", outgoing.call_date AS "callDate",
    outgoing.talk_duration AS "talkDuration", transcript.turns
  FROM answered
    JOIN outgoing ON outgoing.key = answered.key
    JOIN assignments AS a ON a.history_id = answered.history_id AND a.kind = 'callback'
      AND a.opened_at <= outgoing.call_date
      -- What proves it has closed it: the telephony's clock may be ahead of ours.
      AND (a.closed_at IS NULL OR a.verified_by_call = outgoing.key OR outgoing.call_date <= a.closed_at
        + make_interval(mins => CASE a.state WHEN 'done' THEN ${AFTER_DONE_MINUTES}::int ELSE 0 END))
    LEFT JOIN call_transcripts AS transcript ON transcript.history_id = outgoing.key
  ORDER BY a.id, outgoing.call_date, outgoing.key`;

/**
 * Whether a call can have to do with a callback at all: it goes to a number for which somebody was given one, or that has
 * to do with another one; or its client names a number in it. Asked of every outgoing call, and no for nearly all; the
 * full statement takes ten times as long to plan.
 */
export const canConcernCallback = async (db: Db, historyId: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM calls AS asked
    WHERE asked.history_id = ${historyId} AND (
      EXISTS (SELECT 1 FROM said_phones AS said WHERE said.history_id = asked.history_id)
      OR asked.direction = 'outbound' AND (
        EXISTS (
          SELECT 1 FROM calls AS c JOIN assignments AS a ON a.history_id = c.history_id AND a.kind = 'callback'
          WHERE c.client_phone_hash = asked.client_phone_hash)
        OR ${hasOtherNumbers(Prisma.sql`asked.client_phone_hash`)}))`;
  return rows.length > 0;
};

/** Which callbacks these outgoing calls answer, by assignment and then the earliest first; [] for most calls. */
export const findMatches = async (db: Db, historyIds: readonly number[]): Promise<Match[]> => {
  const rows = await db.$queryRaw<unknown[]>(matchesQuery(historyIds));
  return rows.map((row) => {
    const { talkDuration, turns, ...match } = Row.parse(row);
    return { ...match, isProof: isProofTalk({ talkDuration, turns }) };
  });
};

/** Calls that a client can have been called back with are looked for in so many at most. */
const MAX_EXPLAINED = 50;

/**
 * Outgoing calls that a call explains when it is known, or known better: they went to a number that its client names in
 * it, or calls from, and could not be understood before. Calls come in any order.
 */
export const listExplained = async (db: Db, historyId: number): Promise<number[]> => {
  const rows = await db.$queryRaw<{ history_id: bigint }[]>`
    WITH told AS (
      SELECT c.call_date, c.client_phone_hash AS phone FROM calls AS c
        WHERE c.history_id = ${historyId} AND c.client_phone_hash IS NOT NULL
          AND EXISTS (SELECT 1 FROM said_phones AS said WHERE said.history_id = c.history_id)
      UNION
      SELECT c.call_date, said.phone_hash FROM calls AS c JOIN said_phones AS said USING (history_id)
        WHERE c.history_id = ${historyId}
    )
    SELECT outgoing.history_id FROM told
      JOIN calls AS outgoing ON outgoing.client_phone_hash = told.phone AND outgoing.direction = 'outbound'
        AND outgoing.call_date > told.call_date - make_interval(days => ${ANSWERED_WITHIN_DAYS}::int)
    ORDER BY outgoing.call_date DESC LIMIT ${MAX_EXPLAINED}`;
  return rows.map(({ history_id: id }) => Number(id));
};
