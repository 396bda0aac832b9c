import { RecordState } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { pageOf, type Direction, type Page } from '../queries/page.js';

/** One page of the log. */
const PAGE_SIZE = 6;

/** One line of the log. */
export interface LogEntry {
  seq: number;
  /** Its own number: the newest first. */
  cursor: number;
  at: Date;
  /** null: the system itself. */
  actorId: number | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  historyId: number | null;
  outcome: 'done' | 'denied' | 'failed';
  reason: string | null;
  before: RecordState | null;
  after: RecordState | null;
}

interface ListLog {
  actorId?: number | undefined;
  historyId?: number | undefined;
  action?: string | undefined;
  /** Entries of [since, until) only. */
  during?: { since: Date; until: Date } | undefined;
  /** The page before or after an entry; left out: the newest. */
  from?: { direction: Direction; seq: number } | undefined;
}

type Row = Prisma.AdminActionLogGetPayload<object>;

const stateOf = (value: unknown): RecordState | null => RecordState.safeParse(value).data ?? null;

const toEntry = (row: Row): LogEntry => ({
  seq: Number(row.seq),
  cursor: Number(row.seq),
  at: row.at,
  actorId: row.actorId,
  action: row.action,
  subjectKind: row.subjectKind,
  subjectId: row.subjectId,
  historyId: row.historyId === null ? null : Number(row.historyId),
  outcome: row.outcome,
  reason: row.reason,
  before: stateOf(row.before),
  after: stateOf(row.after),
});

/**
 * The first and last numbers of a time's entries; null: it has none. Numbers follow the times but for what came late,
 * so that every filter's index, all in order of numbers, finds a day without reading what is newer.
 */
const findSpan = async (db: Db, { since, until }: { since: Date; until: Date }) => {
  // The count keeps the database from looking for the ends one by one from the log's own ends on.
  const [span] = await db.$queryRaw<{ count: bigint; first: bigint | null; last: bigint | null }[]>`
    SELECT count(*) AS count, min(seq) AS first, max(seq) AS last
    FROM admin_action_logs WHERE at >= ${since} AND at < ${until}`;
  const { first = null, last = null } = span ?? {};
  return first === null || last === null ? null : { first, last };
};

/** The numbers of a page: within a day's, and beside the entry that it follows. */
const seqFilter = (
  span: { first: bigint; last: bigint } | null,
  from: ListLog['from'],
): Prisma.BigIntFilter => ({
  ...(span && { gte: span.first, lte: span.last }),
  ...(from?.direction === 'back' && { gt: from.seq }),
  ...(from?.direction === 'on' && { lt: from.seq }),
});

/** One page of the log, the newest entries first; its cost does not grow with the log. */
export const listLog = async (
  db: Db,
  { actorId, historyId, action, during, from }: ListLog,
): Promise<Page<LogEntry>> => {
  const isBack = from?.direction === 'back';
  const span = during ? await findSpan(db, during) : null;
  if (during && span === null) return pageOf([], { from: null, limit: PAGE_SIZE });
  const rows = await db.adminActionLog.findMany({
    where: {
      ...(actorId !== undefined && { actorId }),
      ...(historyId !== undefined && { historyId }),
      ...(action !== undefined && { action }),
      ...(during && { at: { gte: during.since, lt: during.until } }),
      seq: seqFilter(span, from),
    },
    orderBy: { seq: isBack ? 'asc' : 'desc' },
    take: PAGE_SIZE + 1,
  });
  return pageOf(rows.map(toEntry), { from: from ?? null, limit: PAGE_SIZE });
};

/** The actions that the log holds: one look into the index for each, however long the log is. */
export const listLoggedActions = async (db: Db): Promise<string[]> => {
  const rows = await db.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE held AS (
      (SELECT action FROM admin_action_logs ORDER BY action LIMIT 1)
      UNION ALL
      SELECT next.action FROM held, LATERAL (
        SELECT action FROM admin_action_logs l WHERE l.action > held.action ORDER BY l.action LIMIT 1
      ) next
    )
    SELECT action FROM held`;
  return rows.map(({ action }) => action);
};
