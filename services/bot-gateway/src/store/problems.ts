import type { ProblemSide, ProblemState, Role } from '@perezvon/contracts';
import { withTransaction, type DbClient, type Tx } from '@perezvon/db';
import { daysBefore } from '../domain/durations.js';

/** A report as somebody acts on it. */
export interface ProblemStanding {
  id: number;
  state: ProblemState;
  authorId: number;
  /** The author's chat with the bot. */
  authorChatId: bigint;
}

/** Reads and locks a report until the end of the transaction: two answers do not cross. null: no such report */
export const lockProblem = async (tx: Tx, id: number): Promise<ProblemStanding | null> => {
  await tx.$queryRaw`SELECT 1 FROM problem_reports WHERE id = ${id} FOR UPDATE`;
  const row = await tx.problemReport.findUnique({
    where: { id },
    select: { id: true, state: true, authorId: true, author: { select: { telegramId: true } } },
  });
  return row && { id, state: row.state, authorId: row.authorId, authorChatId: row.author.telegramId };
};

interface NewProblem {
  kind: 'problem' | 'ticket';
  author: { id: number; role: Role | null };
  screen: string | null;
  traceId: string;
  version: string;
  now: Date;
}

/** Opens a report. @returns its number */
export const insertProblem = async (
  tx: Tx,
  { kind, author, screen, traceId, version, now }: NewProblem,
): Promise<number> => {
  const { id } = await tx.problemReport.create({
    data: {
      kind,
      authorId: author.id,
      role: author.role,
      screen,
      traceId,
      version,
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  return id;
};

/** Leaves a report in another state. */
export const markProblem = async (tx: Tx, id: number, state: ProblemState, now: Date): Promise<void> => {
  await tx.problemReport.update({ where: { id }, data: { state, updatedAt: now } });
};

interface NewMessage {
  reportId: number;
  side: ProblemSide;
  writtenBy: number;
  noteId: number;
  /** Every chat that it has to reach; each gets a row of its own, which is sent until it has arrived. */
  chats: readonly bigint[];
  now: Date;
}

/** Keeps what one side said, and that it has to reach these chats. */
export const insertProblemMessage = async (tx: Tx, { chats, now, ...message }: NewMessage): Promise<void> => {
  const { id: messageId } = await tx.problemMessage.create({
    data: { ...message, createdAt: now },
    select: { id: true },
  });
  await tx.problemDelivery.createMany({
    data: chats.map((chatId) => ({ messageId, chatId, dueAt: now, createdAt: now })),
  });
};

/** How much a person has written to the developers since `since`. */
export const countWritten = (tx: Tx, writtenBy: number, since: Date): Promise<number> =>
  tx.problemMessage.count({ where: { writtenBy, createdAt: { gte: since }, side: 'author' } });

/** Why words cannot be sent; null: they can. A button may name anybody's note: only one's own is sent, and once. */
export const whyNotSent = async (
  tx: Tx,
  { noteId, authorId }: { noteId: number; authorId: number },
): Promise<'problem.nothing_to_send' | 'problem.already_sent' | null> => {
  const note = await tx.note.findFirst({
    where: { id: noteId, authorId },
    select: { problemMessage: { select: { id: true } } },
  });
  if (!note) return 'problem.nothing_to_send';
  return note.problemMessage === null ? null : 'problem.already_sent';
};

/** The private chats of the developers with access, without one of them. */
export const listDeveloperChats = async (tx: Tx, exceptUserId: number): Promise<bigint[]> => {
  const developers = await tx.user.findMany({
    where: { role: 'supreme_dev', status: 'active', id: { not: exceptUserId } },
    orderBy: { id: 'asc' },
    select: { telegramId: true },
  });
  return developers.map(({ telegramId }) => telegramId);
};

/** Half a year after its last word a report helps nobody; what people wrote may name anybody. */
const KEEP_DAYS = 180;
const FORGET_BATCH = 200;

/** Forgets old reports with all that was said in them; one that somebody writes in at this moment stays. @returns how many */
export const forgetOldProblems = (db: DbClient, now: Date): Promise<number> =>
  withTransaction(db, async (tx) => {
    const old = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM problem_reports WHERE updated_at <= ${daysBefore(now, KEEP_DAYS)}
      ORDER BY updated_at LIMIT ${FORGET_BATCH} FOR UPDATE SKIP LOCKED`;
    const said = { reportId: { in: old.map(({ id }) => id) } };
    const notes = await tx.problemMessage.findMany({ where: said, select: { noteId: true } });
    await tx.problemDelivery.deleteMany({ where: { message: said } });
    await tx.problemMessage.deleteMany({ where: said });
    await tx.problemReport.deleteMany({ where: { id: said.reportId } });
    await tx.note.deleteMany({
      // Words that went into a dispute as well are the dispute's.
      where: {
        id: { in: notes.map(({ noteId }) => noteId) },
        disputes: { none: {} },
        disputeDecisions: { none: {} },
      },
    });
    return old.length;
  });
