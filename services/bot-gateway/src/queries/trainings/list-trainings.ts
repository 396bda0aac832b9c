import { OPEN_ASSIGNMENT_STATES, TrainingMetric, type AssignmentState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { pageOf, type Direction, type Page } from '../page.js';
import { PERSON_NAME } from '../people/person-name.js';

export interface ListedTraining {
  id: number;
  /** null: it is about a pattern in many calls. */
  historyId: number | null;
  /** What it is measured by; null: it was given before trainings were measured. */
  metric: TrainingMetric | null;
  owner: PersonName;
  state: AssignmentState;
  dueAt: Date;
  /** Its own id: the newest first. */
  cursor: number;
}

interface PageAsked {
  from: { cursor: number; direction: Direction } | null;
  limit: number;
}

const OPEN_STATES = [...OPEN_ASSIGNMENT_STATES];

const ROW = {
  id: true,
  historyId: true,
  state: true,
  dueAt: true,
  owner: { select: PERSON_NAME },
} as const;

interface Row {
  id: number;
  historyId: bigint | null;
  state: AssignmentState;
  dueAt: Date;
  owner: PersonName;
}

const listed = ({ historyId, ...row }: Row, metric: string | undefined): ListedTraining => ({
  ...row,
  historyId: historyId === null ? null : Number(historyId),
  metric: TrainingMetric.safeParse(metric).data ?? null,
  cursor: row.id,
});

/** Ids of the page, for a list by id, the newest first. */
const pageOfIds = (from: PageAsked['from']) => {
  if (from === null) return { ids: undefined, order: 'desc' } as const;
  return from.direction === 'back'
    ? ({ ids: { gt: from.cursor }, order: 'asc' } as const)
    : ({ ids: { lt: from.cursor }, order: 'desc' } as const);
};

/** One page of a person's trainings, done ones too, the newest first; the cost follows his own assignments. */
export const listOwnTrainings = async (
  db: Db,
  { ownerId, from, limit }: PageAsked & { ownerId: number },
): Promise<Page<ListedTraining>> => {
  const { ids, order } = pageOfIds(from);
  const read = await db.assignment.findMany({
    where: { ownerId, kind: 'training', ...(ids && { id: ids }) },
    orderBy: { id: order },
    take: limit + 1,
    select: { ...ROW, training: { select: { metric: true } } },
  });
  const { rows, ...neighbours } = pageOf(read, { from, limit });
  return { ...neighbours, rows: rows.map(({ training, ...row }) => listed(row, training?.metric)) };
};

/** One page of everybody's trainings that are measured, the newest first; the cost follows the number of trainings. */
export const listAllTrainings = async (db: Db, { from, limit }: PageAsked): Promise<Page<ListedTraining>> => {
  const { ids, order } = pageOfIds(from);
  const read = await db.training.findMany({
    where: ids ? { assignmentId: ids } : {},
    orderBy: { assignmentId: order },
    take: limit + 1,
    select: { metric: true, assignment: { select: ROW } },
  });
  const { rows, ...neighbours } = pageOf(read, { from, limit });
  return { ...neighbours, rows: rows.map(({ assignment, metric }) => listed(assignment, metric)) };
};

/** How many trainings a person has, and how many of them are still to be done. */
export const countOwnTrainings = async (db: Db, ownerId: number): Promise<{ all: number; open: number }> => {
  const where = { ownerId, kind: 'training' as const };
  const [all, open] = await Promise.all([
    db.assignment.count({ where }),
    db.assignment.count({ where: { ...where, state: { in: OPEN_STATES } } }),
  ]);
  return { all, open };
};

/** How many measured trainings there are, and how many of them are still to be done. */
export const countAllTrainings = async (db: Db): Promise<{ all: number; open: number }> => {
  const [all, open] = await Promise.all([
    db.training.count(),
    db.training.count({ where: { assignment: { state: { in: OPEN_STATES } } } }),
  ]);
  return { all, open };
};
