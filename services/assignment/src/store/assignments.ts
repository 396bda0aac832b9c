import {
  OPEN_ASSIGNMENT_STATES,
  type AssignmentKind,
  type AssignmentResult,
  type AssignmentState,
  isOpenAssignment,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';

const ASSIGNMENT_ROW = {
  id: true,
  historyId: true,
  kind: true,
  state: true,
  ownerId: true,
  givenById: true,
  dueAt: true,
  result: true,
} as const;

export interface Assignment {
  id: number;
  historyId: number;
  kind: AssignmentKind;
  state: AssignmentState;
  ownerId: number;
  givenById: number;
  dueAt: Date;
  result: AssignmentResult | null;
}

const OPEN_STATES = [...OPEN_ASSIGNMENT_STATES];

/** One assignment, locked until the transaction ends: moves of it happen one after the other. Null: there is none. */
export const findAssignmentForUpdate = async (tx: Tx, id: number): Promise<Assignment | null> => {
  await tx.$executeRaw`SELECT 1 FROM assignments WHERE id = ${id} FOR UPDATE`;
  const row = await tx.assignment.findUnique({ where: { id }, select: ASSIGNMENT_ROW });
  return row && { ...row, historyId: Number(row.historyId) };
};

export type NewAssignment = Omit<Assignment, 'id' | 'state' | 'result'>;

/** Opens an assignment. @returns its id; null when one of this kind is open for the call already */
export const insertOpenAssignment = async (
  tx: Tx,
  assignment: NewAssignment,
  now: Date,
): Promise<number | null> => {
  const [row] = await tx.assignment.createManyAndReturn({
    data: [{ ...assignment, state: 'open', createdAt: now, updatedAt: now }],
    // The partial unique index decides: of two people at the same moment one wins.
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
};

/** Whether somebody still has to act on a call in this way. Asked under the call's lock, the answer stays true. */
export const hasOpenAssignment = async (
  tx: Tx,
  { historyId, kind }: { historyId: number; kind: AssignmentKind },
): Promise<boolean> =>
  (await tx.assignment.findFirst({
    where: { historyId, kind, state: { in: OPEN_STATES } },
    select: { id: true },
  })) !== null;

export type AssignmentChange = Partial<Pick<Assignment, 'ownerId' | 'dueAt' | 'result'>>;

/** Writes a move. The assignment has to be locked. @returns the assignment as it is now */
export const markMoved = async (
  tx: Tx,
  assignment: Assignment,
  { to, change, now }: { to: AssignmentState; change: AssignmentChange; now: Date },
): Promise<Assignment> => {
  const closedAt = isOpenAssignment(to) ? null : now;
  await tx.assignment.update({
    where: { id: assignment.id },
    data: { ...change, state: to, updatedAt: now, closedAt },
    select: { id: true },
  });
  return { ...assignment, ...change, state: to };
};
