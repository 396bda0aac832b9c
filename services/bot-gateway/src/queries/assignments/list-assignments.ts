import {
  OPEN_ASSIGNMENT_STATES,
  TrainingMetric,
  type AssignmentKind,
  type AssignmentState,
} from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import type { WrittenWords } from '../../text/visible-words.js';
import { pageOf, type Direction, type Page } from '../page.js';
import { PERSON_NAME } from '../people/person-name.js';

export const ASSIGNMENT_VIEWS = ['mine', 'given', 'all', 'overdue'] as const;
/** `overdue`: everybody's for who manages assignments, otherwise one's own. */
export type AssignmentView = (typeof ASSIGNMENT_VIEWS)[number];

/** An assignment's place in a list: the earliest deadline first. */
export interface AssignmentCursor {
  /** Deadline in milliseconds since 1970. */
  due: number;
  id: number;
}

export interface ListedAssignment {
  id: number;
  /** null: it is about no call. */
  historyId: number | null;
  /** What is to be done, in the giver's words; null: the kind says it. */
  words: WrittenWords | null;
  /** Of a training that is measured; null: of any other. */
  metric: TrainingMetric | null;
  /** What is to be paid; null: it is no compensation. */
  amountKopecks: number | null;
  kind: AssignmentKind;
  state: AssignmentState;
  dueAt: Date;
  /** Nothing is expected of anybody until then; null: it is not paused. */
  pausedUntil: Date | null;
  owner: PersonName;
  cursor: AssignmentCursor;
}

/** Whose assignments: `ownOnly` limits every view to the person's own. */
export interface AssignmentReader {
  userId: number;
  ownOnly: boolean;
}

interface ListAssignments {
  view: AssignmentView;
  reader: AssignmentReader;
  now: Date;
  from: { cursor: AssignmentCursor; direction: Direction } | null;
  limit: number;
}

/** The open assignments of a view. */
const whereOf = (
  view: AssignmentView,
  { userId, ownOnly }: AssignmentReader,
  now: Date,
): Prisma.AssignmentWhereInput => ({
  state: { in: [...OPEN_ASSIGNMENT_STATES] },
  ...((ownOnly || view === 'mine') && { ownerId: userId }),
  ...(view === 'given' && { givenById: userId }),
  ...(view === 'overdue' && { dueAt: { lt: now } }),
});

const afterCursor = ({
  cursor,
  direction,
}: NonNullable<ListAssignments['from']>): Prisma.AssignmentWhereInput => {
  const dueAt = new Date(cursor.due);
  return direction === 'on'
    ? { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: cursor.id } }] }
    : { OR: [{ dueAt: { lt: dueAt } }, { dueAt, id: { lt: cursor.id } }] };
};

/** One page of open assignments by deadline, so that the overdue ones stand first. */
export const listAssignments = async (db: Db, query: ListAssignments): Promise<Page<ListedAssignment>> => {
  const { view, reader, now, from, limit } = query;
  const order = from?.direction === 'back' ? 'desc' : 'asc';
  const read = await db.assignment.findMany({
    where: { AND: [whereOf(view, reader, now), ...(from ? [afterCursor(from)] : [])] },
    orderBy: [{ dueAt: order }, { id: order }],
    take: limit + 1,
    select: {
      id: true,
      historyId: true,
      kind: true,
      state: true,
      dueAt: true,
      pausedUntil: true,
      note: { select: { text: true, authorId: true } },
      training: { select: { metric: true } },
      compensation: { select: { amountKopecks: true } },
      owner: { select: PERSON_NAME },
    },
  });
  const { rows, ...neighbours } = pageOf(read, query);
  return {
    ...neighbours,
    rows: rows.map(({ note, training, compensation, ...row }) => ({
      ...row,
      historyId: row.historyId === null ? null : Number(row.historyId),
      words: note,
      metric: TrainingMetric.safeParse(training?.metric).data ?? null,
      amountKopecks: compensation?.amountKopecks ?? null,
      cursor: { due: row.dueAt.getTime(), id: row.id },
    })),
  };
};

/** How many open assignments each view holds. */
export const countAssignments = async (
  db: Db,
  reader: AssignmentReader,
  now: Date,
): Promise<Record<AssignmentView, number>> => {
  const count = (view: AssignmentView): Promise<number> =>
    db.assignment.count({ where: whereOf(view, reader, now) });
  const [mine, given, all, overdue] = await Promise.all([
    count('mine'),
    count('given'),
    count('all'),
    count('overdue'),
  ]);
  return { mine, given, all, overdue };
};
