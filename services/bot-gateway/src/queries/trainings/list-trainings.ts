import { OPEN_ASSIGNMENT_STATES, type AssignmentState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { pageOf, type Direction, type Page } from '../page.js';

export interface ListedTraining {
  id: number;
  historyId: number;
  state: AssignmentState;
  dueAt: Date;
  /** Its own id: the newest first. */
  cursor: number;
}

interface ListTrainings {
  ownerId: number;
  from: { cursor: number; direction: Direction } | null;
  limit: number;
}

/** One page of a person's trainings, done ones too, the newest first; the cost follows his own assignments. */
export const listTrainings = async (
  db: Db,
  { ownerId, from, limit }: ListTrainings,
): Promise<Page<ListedTraining>> => {
  const isBack = from?.direction === 'back';
  const read = await db.assignment.findMany({
    where: {
      ownerId,
      kind: 'training',
      ...(from && { id: isBack ? { gt: from.cursor } : { lt: from.cursor } }),
    },
    orderBy: { id: isBack ? 'asc' : 'desc' },
    take: limit + 1,
    select: { id: true, historyId: true, state: true, dueAt: true },
  });
  const { rows, ...neighbours } = pageOf(read, { from, limit });
  return {
    ...neighbours,
    rows: rows.map((row) => ({ ...row, historyId: Number(row.historyId), cursor: row.id })),
  };
};

/** How many trainings a person has, and how many of them are still to be done. */
export const countTrainings = async (db: Db, ownerId: number): Promise<{ all: number; open: number }> => {
  const where = { ownerId, kind: 'training' as const };
  const [all, open] = await Promise.all([
    db.assignment.count({ where }),
    db.assignment.count({ where: { ...where, state: { in: [...OPEN_ASSIGNMENT_STATES] } } }),
  ]);
  return { all, open };
};
