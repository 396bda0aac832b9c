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

/** One page of the log, the newest entries first; its cost does not grow with the log. */
export const listLog = async (db: Db, { actorId, historyId, from }: ListLog): Promise<Page<LogEntry>> => {
  const isBack = from?.direction === 'back';
  const rows = await db.adminActionLog.findMany({
    where: {
      ...(actorId !== undefined && { actorId }),
      ...(historyId !== undefined && { historyId }),
      ...(from && { seq: isBack ? { gt: from.seq } : { lt: from.seq } }),
    },
    orderBy: { seq: isBack ? 'asc' : 'desc' },
    take: PAGE_SIZE + 1,
  });
  return pageOf(rows.map(toEntry), { from: from ?? null, limit: PAGE_SIZE });
};
