import { RecordState } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import type { z } from 'zod';
import type { LogCursor } from '../screens/places/audit-log.js';

/** One page of the log. */
const PAGE_SIZE = 6;

/** One line of the log. */
export interface LogEntry {
  seq: number;
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

export interface LogPage {
  /** The newest first. */
  entries: LogEntry[];
  hasOlder: boolean;
  hasNewer: boolean;
}

interface ListLog {
  actorId?: number | undefined;
  historyId?: number | undefined;
  cursor?: z.output<typeof LogCursor> | undefined;
}

type Row = Prisma.AdminActionLogGetPayload<object>;

const stateOf = (value: unknown): RecordState | null => RecordState.safeParse(value).data ?? null;

const toEntry = (row: Row): LogEntry => ({
  seq: Number(row.seq),
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
 * One page of the log, the newest entries first; its cost does not grow with the log.
 * @param cursor entries older or newer than one entry; left out: the newest
 */
export const listLog = async (db: Db, { actorId, historyId, cursor }: ListLog): Promise<LogPage> => {
  const newer = cursor?.side === 'newer';
  const rows = await db.adminActionLog.findMany({
    where: {
      ...(actorId !== undefined && { actorId }),
      ...(historyId !== undefined && { historyId }),
      ...(cursor && { seq: newer ? { gt: cursor.seq } : { lt: cursor.seq } }),
    },
    orderBy: { seq: newer ? 'asc' : 'desc' },
    take: PAGE_SIZE + 1,
  });
  const hasMore = rows.length > PAGE_SIZE;
  const entries = rows.slice(0, PAGE_SIZE).map(toEntry);
  return newer
    ? { entries: entries.reverse(), hasOlder: true, hasNewer: hasMore }
    : { entries, hasOlder: hasMore, hasNewer: cursor !== undefined };
};
