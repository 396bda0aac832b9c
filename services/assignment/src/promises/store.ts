import { CallbackPromise, PROMISE_GRACE_MINUTES, Turn } from '@perezvon/contracts';
import { Prisma, type Db, type Tx } from '@perezvon/db';
import { CHAIN_DAYS, chainOf, hasOtherNumbers } from '@perezvon/db/calls';
import { z } from 'zod';
import { isProofTalk } from '../proof/talk.js';

/** What the current score of a call says, with what is kept of the call. */
interface HeardPromise {
  historyId: number;
  callDate: Date;
  operator: string | null;
  promise: CallbackPromise;
}

const HeardRow = z.object({
  historyId: z.bigint().transform(Number),
  callDate: z.date(),
  operator: z.string().nullable(),
  promise: CallbackPromise,
});

/** Of these calls those that have a promise now. They are locked: whoever gives one away meanwhile comes before or after. */
export const listHeard = async (tx: Tx, historyIds: readonly number[]): Promise<HeardPromise[]> => {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT c.history_id AS "historyId", c.call_date AS "callDate", c.operator, s.promise
    FROM calls AS c JOIN call_scores AS s ON s.history_id = c.history_id AND s.is_current
    WHERE c.history_id = ANY(${[...historyIds]}::bigint[]) AND s.promise IS NOT NULL
    ORDER BY c.history_id FOR NO KEY UPDATE OF c`;
  return rows.map((row) => HeardRow.parse(row));
};

type NewPromise = Omit<HeardPromise, 'promise'> & { dueAt: Date; isTimeSaid: boolean };

/**
 * Keeps promises as they are known now. One that is new belongs to the call's latest callback, if there is one; what
 * people decided about a known one stays.
 */
export const storePromises = async (tx: Tx, promises: readonly NewPromise[]): Promise<void> => {
  if (promises.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO call_promises (history_id, call_date, operator, due_at, is_time_said, assignment_id)
    SELECT heard.history_id, heard.call_date, heard.operator, heard.due_at, heard.is_time_said,
      (SELECT max(a.id) FROM assignments AS a WHERE a.history_id = heard.history_id AND a.kind = 'callback')
    FROM unnest(
      ${promises.map(({ historyId }) => historyId)}::bigint[],
      ${promises.map(({ callDate }) => callDate)}::timestamptz[],
      ${promises.map(({ operator }) => operator)}::text[],
      ${promises.map(({ dueAt }) => dueAt)}::timestamptz[],
      ${promises.map(({ isTimeSaid }) => isTimeSaid)}::boolean[]
    ) AS heard (history_id, call_date, operator, due_at, is_time_said)
    ON CONFLICT (history_id) DO UPDATE SET call_date = excluded.call_date, operator = excluded.operator,
      due_at = excluded.due_at, is_time_said = excluded.is_time_said`;
};

/** Forgets the promises of these calls: their scores have none any more. */
export const forgetPromises = async (tx: Tx, historyIds: readonly number[]): Promise<void> => {
  await tx.callPromise.deleteMany({ where: { historyId: { in: [...historyIds] } } });
};

/** A callback was given for the call: that is what became of its promise. */
export const linkPromise = async (tx: Tx, historyId: number, assignmentId: number): Promise<void> => {
  await tx.callPromise.updateMany({ where: { historyId }, data: { assignmentId } });
};

const GRACE = Prisma.raw(`interval '${PROMISE_GRACE_MINUTES} minutes'`);

const AnswerRow = z.object({
  historyId: z.bigint().transform(Number),
  talkDuration: z.int().nullable(),
  turns: z.array(Turn).nullable(),
});

/** Of the later outgoing calls to the clients of these promises those in which the clinic spoke with the client. */
const listTalks = async (tx: Tx, historyIds: readonly number[]): Promise<number[]> => {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH ${chainOf(historyIds)}
    SELECT c.history_id AS "historyId", c.talk_duration AS "talkDuration", transcript.turns
    FROM (
        SELECT DISTINCT chain.history_id FROM chain
          JOIN asked_calls AS promised ON promised.key = chain.key AND promised.call_date < chain.call_date
      ) AS linked
      JOIN calls AS c ON c.history_id = linked.history_id AND c.direction = 'outbound'
      LEFT JOIN call_transcripts AS transcript ON transcript.history_id = c.history_id`;
  const calls = rows.map((row) => AnswerRow.parse(row));
  return calls.filter(isProofTalk).map(({ historyId }) => historyId);
};

/**
 * Judges promises by the calls that are known: any later outgoing call to the client within the time keeps one, whether
 * somebody answered or not; a talk is told before an attempt. One that was broken remembers the call that came too late.
 * Rows alone decide, so that calls may arrive in any order and be judged any number of times.
 */
export const judgePromises = async (tx: Tx, historyIds: readonly number[], now: Date): Promise<void> => {
  if (historyIds.length === 0) return;
  const talks = await listTalks(tx, historyIds);
  await tx.$executeRaw`
    WITH ${chainOf(historyIds)}, answer AS (
      SELECT DISTINCT ON (p.history_id) p.history_id AS key, c.history_id, c.call_date,
        c.call_date <= p.due_at + ${GRACE} AS is_in_time, c.history_id = ANY(${talks}::bigint[]) AS is_talk
      FROM call_promises AS p
        JOIN chain ON chain.key = p.history_id
        JOIN calls AS c ON c.history_id = chain.history_id
          AND c.direction = 'outbound' AND c.call_date > p.call_date
      ORDER BY p.history_id, c.call_date <= p.due_at + ${GRACE} DESC,
        CASE WHEN c.call_date <= p.due_at + ${GRACE} AND c.history_id = ANY(${talks}::bigint[]) THEN 0 ELSE 1 END,
        c.call_date, c.history_id
    ), judged AS (
      SELECT p.history_id, answer.history_id AS by_call, answer.call_date AS at,
        coalesce(answer.is_talk, false) AS is_talk, CASE
        WHEN answer.is_in_time THEN 'kept'
        WHEN p.due_at + ${GRACE} >= ${now} THEN 'open'
        WHEN answer.key IS NULL AND (p.due_at > p.call_date + make_interval(days => ${CHAIN_DAYS}::int)
          OR NOT EXISTS (SELECT 1 FROM numbers WHERE numbers.key = p.history_id)) THEN 'unverifiable'
        ELSE 'broken'
      END::"PromiseState" AS state
      FROM call_promises AS p LEFT JOIN answer ON answer.key = p.history_id
      WHERE p.history_id = ANY(${[...historyIds]}::bigint[])
    )
    UPDATE call_promises AS p SET state = judged.state, kept_by_call = judged.by_call,
      is_talk = judged.is_talk,
      settled_at = CASE judged.state
        WHEN 'open' THEN NULL WHEN 'kept' THEN judged.at ELSE p.due_at + ${GRACE}
      END
    FROM judged WHERE p.history_id = judged.history_id`;
};

/** Promises whose time is over and that nobody has judged, the oldest first, locked: who looks beside takes others. */
export const claimOverdue = async (tx: Tx, now: Date, limit: number): Promise<number[]> => {
  const rows = await tx.$queryRaw<{ history_id: bigint }[]>`
    SELECT history_id FROM call_promises
    WHERE state = 'open' AND due_at < ${now}::timestamptz - ${GRACE}
    ORDER BY due_at, history_id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ history_id: id }) => Number(id));
};

/**
 * Promises that an outgoing call may answer, or has answered as it was known before; their rows are locked in the order
 * of their ids.
 */
export const listAnswerable = async (tx: Tx, historyId: number): Promise<number[]> => {
  const rows = await tx.$queryRaw<{ history_id: bigint }[]>`
    WITH ${chainOf([historyId])}
    SELECT p.history_id FROM call_promises AS p
    WHERE p.history_id IN (
      SELECT chain.history_id FROM chain
      UNION SELECT kept.history_id FROM call_promises AS kept WHERE kept.kept_by_call = ${historyId}
    )
    ORDER BY p.history_id FOR UPDATE OF p`;
  return rows.map(({ history_id: id }) => Number(id));
};

/**
 * Whether a call can have to do with a promise at all: asked of every outgoing call, and no for most. The whole statement
 * takes ten times as long to plan.
 */
export const canAnswerPromise = async (db: Db, historyId: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM calls AS outgoing
    WHERE outgoing.history_id = ${historyId} AND (
      EXISTS (
        SELECT 1 FROM calls AS c JOIN call_promises AS p ON p.history_id = c.history_id
        WHERE c.client_phone_hash = outgoing.client_phone_hash)
      OR ${hasOtherNumbers(Prisma.sql`outgoing.client_phone_hash`)}
      OR EXISTS (SELECT 1 FROM call_promises AS p WHERE p.kept_by_call = outgoing.history_id))`;
  return rows.length > 0;
};
