import { type CallRecord, Direction, Turn, Upstream } from '@perezvon/contracts';
import { Prisma, type Db, type Tx } from '@perezvon/db';
import { z } from 'zod';

/** A call as it stands now, with the revision that this is. */
export interface ReceivedCall {
  revision: number;
  record: CallRecord;
}

const Row = z.object({
  history_id: z.bigint(),
  revision: z.int(),
  call_date: z.date(),
  direction: Direction,
  await_sec: z.int().nullable(),
  talk_duration: z.int().nullable(),
  operator: z.string().nullable(),
  upstream: Upstream.nullable(),
  turns: z.array(Turn).nullable(),
});

const toReceivedCall = ({
  history_id,
  revision,
  call_date,
  turns,
  ...call
}: z.output<typeof Row>): ReceivedCall => ({
  revision,
  record: { ...call, history_id: Number(history_id), call_date: call_date.toISOString(), transcript: turns },
});

const selectCalls = async (
  db: Db,
  historyIds: readonly number[],
  lock: Prisma.Sql,
): Promise<ReceivedCall[]> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c.history_id, c.revision, c.call_date, c.direction::text, c.await_sec, c.talk_duration, c.operator,
      c.upstream, t.turns
    FROM calls c LEFT JOIN call_transcripts t USING (history_id)
    WHERE c.history_id = ANY(${[...historyIds]}::bigint[])
    ORDER BY c.history_id ${lock}`;
  return rows.map((row) => toReceivedCall(Row.parse(row)));
};

/**
 * The calls with these ids and their transcripts; one that was deleted is left out. Each stays locked until the end
 * of the transaction, in order of id: a newer revision waits, so that an older one never overwrites its score.
 */
export const lockReceivedCalls = async (tx: Tx, historyIds: readonly number[]): Promise<ReceivedCall[]> => {
  // Locked first and read by a statement of its own: one that waits for a lock sees the call as it is then, and the
  // transcript beside it as it was before.
  await tx.$queryRaw`
    SELECT 1 FROM calls WHERE history_id = ANY(${[...historyIds]}::bigint[]) ORDER BY history_id FOR NO KEY UPDATE`;
  return selectCalls(tx, historyIds, Prisma.empty);
};

/** The same without holding up a newer revision: the calls only cannot be deleted until the end of the transaction. */
export const keepReceivedCalls = (tx: Tx, historyIds: readonly number[]): Promise<ReceivedCall[]> =>
  selectCalls(tx, historyIds, Prisma.sql`FOR KEY SHARE OF c`);

/** The same without any lock: for what only reads. */
export const listReceivedCalls = (db: Db, historyIds: readonly number[]): Promise<ReceivedCall[]> =>
  selectCalls(db, historyIds, Prisma.empty);
