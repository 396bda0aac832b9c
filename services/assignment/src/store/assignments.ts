import {
  OPEN_ASSIGNMENT_STATES,
  type AssignmentKind,
  type AssignmentReason,
  type AssignmentResult,
  type AssignmentState,
  isOpenAssignment,
  type MarketingChannel,
  pauseEnd,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import type { CallList } from '@perezvon/db/calls';
import { nextReminderAt } from '../clock/next-reminder.js';

const ASSIGNMENT_ROW = {
  id: true,
  historyId: true,
  kind: true,
  state: true,
  ownerId: true,
  givenById: true,
  dueAt: true,
  openedAt: true,
  result: true,
  reason: true,
  reasonNoteId: true,
  pausedUntil: true,
  verifiedByCall: true,
} as const;

export interface Assignment {
  id: number;
  /** null: it is about no call. */
  historyId: number | null;
  kind: AssignmentKind;
  state: AssignmentState;
  ownerId: number;
  givenById: number;
  dueAt: Date;
  /** Given, or returned to its owner the last time. */
  openedAt: Date;
  result: AssignmentResult | null;
  /** Why it failed, was dropped, is paused or was put off the last time. */
  reason: AssignmentReason | null;
  reasonNoteId: number | null;
  /** A pause that is over may stand here still: `pauseEnd` asks the clock. */
  pausedUntil: Date | null;
  /** The later call that proves a callback; null: on its owner's word. */
  verifiedByCall: number | null;
}

const OPEN_STATES = [...OPEN_ASSIGNMENT_STATES];

interface Row extends Omit<Assignment, 'historyId' | 'verifiedByCall'> {
  historyId: bigint | null;
  verifiedByCall: bigint | null;
}

const toAssignment = ({ historyId, verifiedByCall, ...row }: Row): Assignment => ({
  ...row,
  historyId: historyId === null ? null : Number(historyId),
  verifiedByCall: verifiedByCall === null ? null : Number(verifiedByCall),
});

/**
 * One assignment, locked until the transaction ends: moves of it happen one after the other. Rows that only name it
 * (promises, reminders, calls) are written meanwhile: waiting for those could end in a deadlock. Null: there is none.
 */
export const findAssignmentForUpdate = async (tx: Tx, id: number): Promise<Assignment | null> => {
  await tx.$executeRaw`SELECT 1 FROM assignments WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.assignment.findUnique({ where: { id }, select: ASSIGNMENT_ROW });
  return row && toAssignment(row);
};

export interface NewAssignment {
  historyId: number | null;
  kind: AssignmentKind;
  ownerId: number;
  givenById: number;
  dueAt: Date;
  noteId: number | null;
  channel: MarketingChannel | null;
  /** The call's most urgent list now; null: it stands in none, or there is no call. */
  list: CallList | null;
}

/**
 * Opens an assignment. The call has to be locked and without one of this kind: a second one does not fit the index.
 * @returns its id
 */
export const insertOpenAssignment = async (tx: Tx, assignment: NewAssignment, now: Date): Promise<number> => {
  const { id } = await tx.assignment.create({
    data: {
      ...assignment,
      state: 'open',
      createdAt: now,
      openedAt: now,
      updatedAt: now,
      remindAt: nextReminderAt({ state: 'open', dueAt: assignment.dueAt, pausedUntil: null }, now),
    },
    select: { id: true },
  });
  return id;
};

/**
 * The assignment of this kind that somebody still has to do for a call. Asked under the call's lock, the answer stays
 * true.
 * @returns its id; null: there is none
 */
export const findOpenAssignment = async (
  tx: Tx,
  { historyId, kind }: { historyId: number; kind: AssignmentKind },
): Promise<number | null> => {
  const row = await tx.assignment.findFirst({
    where: { historyId, kind, state: { in: OPEN_STATES } },
    select: { id: true },
  });
  return row?.id ?? null;
};

export type AssignmentChange = Partial<
  Pick<
    Assignment,
    'ownerId' | 'dueAt' | 'result' | 'reason' | 'reasonNoteId' | 'pausedUntil' | 'verifiedByCall'
  >
>;

interface Move {
  to: AssignmentState;
  change: AssignmentChange;
  now: Date;
}

/** When it was opened or closed, if this move does either: proven later, it stays closed since it was said to be done. */
const turningPoint = (wasOpen: boolean, isOpen: boolean, now: Date) => {
  if (wasOpen === isOpen) return {};
  return isOpen ? { openedAt: now, handedOnAt: null, closedAt: null } : { closedAt: now, pausedUntil: null };
};

/** What follows from a move, whichever it is. */
const consequences = (assignment: Assignment, { to, change, now }: Move) => {
  const { dueAt, pausedUntil } = { ...assignment, ...change };
  return {
    // Whoever moves it after its pause needs no waking.
    pausedUntil: pauseEnd({ pausedUntil }, now),
    updatedAt: now,
    remindAt: nextReminderAt({ state: to, dueAt, pausedUntil }, now),
    // Whoever gets it has all its reminders before him, the same person again as well.
    ...(change.ownerId !== undefined && { handedOnAt: now }),
    ...turningPoint(isOpenAssignment(assignment.state), isOpenAssignment(to), now),
    ...(change.verifiedByCall !== undefined && { verifiedAt: change.verifiedByCall === null ? null : now }),
  };
};

/** Writes a move. The assignment has to be locked. @returns the assignment as it is now */
export const markMoved = async (tx: Tx, assignment: Assignment, move: Move): Promise<Assignment> => {
  const row = await tx.assignment.update({
    where: { id: assignment.id },
    data: { ...move.change, ...consequences(assignment, move), state: move.to },
    select: ASSIGNMENT_ROW,
  });
  return toAssignment(row);
};
