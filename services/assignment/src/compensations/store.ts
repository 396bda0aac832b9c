import type { CompensationReason, CompensationState } from '@perezvon/contracts';
import type { Db, Tx } from '@perezvon/db';

/** One compensation as decisions see it. */
export interface Compensation {
  id: number;
  historyId: number;
  amountKopecks: number;
  reason: CompensationReason;
  state: CompensationState;
  proposedById: number;
}

const COMPENSATION = {
  id: true,
  historyId: true,
  amountKopecks: true,
  reason: true,
  state: true,
  proposedById: true,
} as const;

/** One compensation, locked until the transaction ends: it is decided once. Null: there is none. */
export const findCompensationForUpdate = async (tx: Tx, id: number): Promise<Compensation | null> => {
  await tx.$executeRaw`SELECT 1 FROM compensations WHERE id = ${id} FOR UPDATE`;
  const row = await tx.compensation.findUnique({ where: { id }, select: COMPENSATION });
  return row && { ...row, historyId: Number(row.historyId) };
};

interface Proposal {
  historyId: number;
  amountKopecks: number;
  reason: CompensationReason;
  noteId: number | null;
  proposedById: number;
}

/** Stores a proposal. @returns its id; null when another one waits for the call: the database holds that there is one */
export const insertProposal = async (tx: Tx, proposal: Proposal, now: Date): Promise<number | null> => {
  const [row] = await tx.compensation.createManyAndReturn({
    data: [{ ...proposal, proposedAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
};

interface Decision {
  state: Exclude<CompensationState, 'proposed'>;
  decidedById: number;
  /** null: without a word. */
  decisionNoteId: number | null;
  /** Of an approval: who pays, until when. null: nothing is to be paid. */
  assignmentId: number | null;
}

/** Writes how a proposal ended. It has to be locked. */
export const markDecided = async (tx: Tx, id: number, decision: Decision, now: Date): Promise<void> => {
  await tx.compensation.update({
    where: { id },
    data: { ...decision, decidedAt: now },
    select: { id: true },
  });
};

/** A compensation that waits for a decision. */
export type Undecided = Pick<Compensation, 'id' | 'historyId' | 'amountKopecks' | 'proposedById'> & {
  proposedAt: Date;
};

/** As many as one look takes; the rest waits for the next. */
const MAX_UNDECIDED = 500;

/** Compensations proposed before `before` that nobody has decided or was reminded of, the oldest first. */
export const listUndecided = async (db: Db, before: Date): Promise<Undecided[]> => {
  const rows = await db.compensation.findMany({
    where: { state: 'proposed', proposedAt: { lte: before }, reminders: { none: {} } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    take: MAX_UNDECIDED,
    select: { id: true, historyId: true, amountKopecks: true, proposedById: true, proposedAt: true },
  });
  return rows.map((row) => ({ ...row, historyId: Number(row.historyId) }));
};

/** Notes for each of these people that a compensation waits for his decision; each is told once. */
export const insertUndecidedReminders = async (
  tx: Tx,
  { id: compensationId, proposedAt }: Undecided,
  { userIds, notBefore, now }: { userIds: readonly number[]; notBefore: Date; now: Date },
): Promise<void> => {
  await tx.reminder.createMany({
    data: userIds.map((userId) => ({
      compensationId,
      userId,
      level: 'undecided' as const,
      dueAt: proposedAt,
      notBefore,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
};
