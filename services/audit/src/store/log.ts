import { Prisma, type Db, type Tx } from '@perezvon/db';
import { GENESIS, hashOf, type ChainedEntry, type Head, type LogRow } from '../domain/chain.js';
import type { Entry } from '../domain/entry.js';

/** Names the one lock under which entries get their numbers; any number that nothing else locks. */
const APPEND_LOCK = 4_146_571;

const HEAD_COLUMNS = { seq: true, hash: true } as const;

/** The end of the log; GENESIS when it is empty. */
export const findHead = async (db: Db): Promise<Head> =>
  (await db.adminActionLog.findFirst({ orderBy: { seq: 'desc' }, select: HEAD_COLUMNS })) ?? GENESIS;

/** The hash of one row; null when there is no such row. */
export const findHash = async (db: Db, seq: bigint): Promise<Uint8Array | null> =>
  (await db.adminActionLog.findUnique({ where: { seq }, select: HEAD_COLUMNS }))?.hash ?? null;

/**
 * Rows after `seq` in order. Values come as the table holds them, sound or not.
 * @param limit rows of one page: memory does not grow with the log
 */
export const listRowsAfter = (db: Db, { seq, limit }: { seq: bigint; limit: number }): Promise<LogRow[]> =>
  db.adminActionLog.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: limit });

const chained = ({ subject, ...entry }: Entry, seq: bigint): ChainedEntry => ({
  ...entry,
  seq,
  subjectKind: subject.kind,
  subjectId: subject.id,
  historyId: subject.historyId === undefined ? null : BigInt(subject.historyId),
});

/**
 * Appends one entry. Numbers have no gaps and the chain has no forks: appends wait for each other until the
 * transaction ends, in every process. An entry that stands in the log already is not appended again.
 */
export const appendEntry = async (tx: Tx, entry: Entry): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${APPEND_LOCK}::bigint)`;
  const known = await tx.adminActionLog.findUnique({
    where: { messageId: entry.messageId },
    select: HEAD_COLUMNS,
  });
  if (known) return;

  const previous = await findHead(tx);
  const row = chained(entry, previous.seq + 1n);
  await tx.adminActionLog.create({
    data: {
      ...row,
      actorRole: entry.actorRole,
      outcome: entry.outcome,
      before: entry.before ?? Prisma.DbNull,
      after: entry.after ?? Prisma.DbNull,
      prevHash: new Uint8Array(previous.hash),
      hash: hashOf(previous.hash, row),
    },
    select: HEAD_COLUMNS,
  });
};
