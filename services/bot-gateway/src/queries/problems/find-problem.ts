import type { ProblemSide, ProblemState, Role } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** Lines of a conversation that are read at all: the newest. */
const MAX_MESSAGES = 20;

/** One thing that was said. */
export interface ProblemLine {
  side: ProblemSide;
  words: string;
  at: Date;
}

/** A report with what was said, the oldest first. */
export interface Problem {
  id: number;
  kind: 'problem' | 'ticket';
  state: ProblemState;
  authorId: number;
  /** The author's role then. */
  role: Role | null;
  screen: string | null;
  traceId: string;
  version: string;
  createdAt: Date;
  lines: ProblemLine[];
}

/** One report with its newest messages; null: no such report. */
export const findProblem = async (db: Db, id: number): Promise<Problem | null> => {
  const row = await db.problemReport.findUnique({
    where: { id },
    include: {
      messages: {
        orderBy: { id: 'desc' },
        take: MAX_MESSAGES,
        select: { side: true, createdAt: true, note: { select: { text: true } } },
      },
    },
  });
  if (!row) return null;
  const { messages, ...problem } = row;
  const lines = messages
    .map(({ side, createdAt, note }) => ({ side, at: createdAt, words: note.text }))
    .reverse();
  return { ...problem, lines };
};

/** What has to be told of one message. */
export interface ToldMessage {
  problem: Omit<Problem, 'lines'>;
  side: ProblemSide;
  /** The first words of their report. */
  isFirst: boolean;
  words: string;
}

/** One message with its report; null: no such message. */
export const findProblemMessage = async (db: Db, messageId: number): Promise<ToldMessage | null> => {
  const row = await db.problemMessage.findUnique({
    where: { id: messageId },
    select: { side: true, note: { select: { text: true } }, report: true },
  });
  if (!row) return null;
  const first = await db.problemMessage.findFirst({
    where: { reportId: row.report.id },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return {
    problem: row.report,
    side: row.side,
    isFirst: first?.id === messageId,
    words: row.note.text,
  };
};
