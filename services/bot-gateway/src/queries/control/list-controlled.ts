import {
  TrainingMetric,
  type AssignmentKind,
  type AssignmentReason,
  type AssignmentResult,
  type AssignmentState,
} from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { chosenBy, countedBy, listClientBookings, type ControlFilter } from '@perezvon/db/assignments';
import type { PersonName } from '../../people/person.js';
import type { WrittenWords } from '../../text/visible-words.js';
import { pageOf, type Direction, type Page } from '../page.js';
import { isBookingRows, isByDeadline, type ControlRows } from './control-rows.js';

/** An assignment's place in its list. */
export interface ControlCursor {
  /** Its deadline where the list goes by deadlines, else when it was given; milliseconds since 1970. */
  at: number;
  id: number;
}

export interface ControlledAssignment {
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
  pausedUntil: Date | null;
  closedAt: Date | null;
  result: AssignmentResult | null;
  reason: AssignmentReason | null;
  /** The call that proves it; null: none does. */
  verifiedByCall: number | null;
  owner: PersonName;
  cursor: ControlCursor;
}

interface ListControlled {
  rows: ControlRows;
  filter: ControlFilter;
  now: Date;
  /** null: the first page. */
  from: { cursor: ControlCursor; direction: Direction } | null;
  limit: number;
}

type Converted = 'historyId' | 'verifiedByCall' | 'words' | 'metric' | 'owner' | 'cursor';

interface Row extends Omit<ControlledAssignment, Converted>, PersonName {
  historyId: bigint | null;
  verifiedByCall: bigint | null;
  /** Both null: nobody wrote any. */
  text: string | null;
  authorId: number | null;
  metric: string | null;
  at: Date;
}

type Counted = Pick<ListControlled, 'rows' | 'filter' | 'now'>;

/** Which assignments (`assignments AS a`) a number counts. */
const conditionOf = async (db: Db, { rows, filter, now }: Counted): Promise<Prisma.Sql> => {
  if (!isBookingRows(rows)) return Prisma.sql`${countedBy(rows, filter, now)} AND ${chosenBy(filter)}`;
  const bookings = await listClientBookings(db, filter);
  const ids = bookings
    .filter(({ isProven }) => isProven === (rows === 'booked_proven'))
    .map(({ assignmentId }) => assignmentId);
  return Prisma.sql`a.id = ANY(${ids}::int[])`;
};

/** Rows beyond the cursor in reading direction, and their order. */
const placeOf = ({
  rows,
  from,
}: ListControlled): { beyond: Prisma.Sql; column: Prisma.Sql; order: Prisma.Sql } => {
  const isUpwards = isByDeadline(rows) !== (from?.direction === 'back');
  const column = isByDeadline(rows) ? Prisma.sql`a.due_at` : Prisma.sql`a.created_at`;
  const direction = isUpwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return {
    column,
    order: Prisma.sql`${column} ${direction}, a.id ${direction}`,
    beyond:
      from === null
        ? Prisma.empty
        : Prisma.sql`AND (${column}, a.id) ${isUpwards ? Prisma.sql`>` : Prisma.sql`<`}
            (${new Date(from.cursor.at)}::timestamptz, ${from.cursor.id}::int)`,
  };
};

const read = async (db: Db, query: ListControlled): Promise<Row[]> => {
  const { column, order, beyond } = placeOf(query);
  return db.$queryRaw<Row[]>`
    SELECT a.id, a.history_id AS "historyId", a.kind, a.state, a.due_at AS "dueAt", a.paused_until AS "pausedUntil",
      a.closed_at AS "closedAt", a.result, a.reason, a.verified_by_call AS "verifiedByCall", ${column} AS at,
      u.first_name AS "firstName", u.last_name AS "lastName", n.text, n.author_id AS "authorId", t.metric,
      c.amount_kopecks AS "amountKopecks"
    FROM assignments AS a JOIN users AS u ON u.id = a.owner_id
      LEFT JOIN notes AS n ON n.id = a.note_id
      LEFT JOIN trainings AS t ON t.assignment_id = a.id
      LEFT JOIN compensations AS c ON c.assignment_id = a.id
    WHERE ${await conditionOf(db, query)} ${beyond}
    ORDER BY ${order} LIMIT ${query.limit + 1}`;
};

const toControlled = ({
  firstName,
  lastName,
  at,
  historyId,
  verifiedByCall,
  text,
  authorId,
  metric,
  ...row
}: Row): ControlledAssignment => ({
  ...row,
  historyId: historyId === null ? null : Number(historyId),
  verifiedByCall: verifiedByCall === null ? null : Number(verifiedByCall),
  words: text === null || authorId === null ? null : { text, authorId },
  metric: TrainingMetric.safeParse(metric).data ?? null,
  owner: { firstName, lastName },
  cursor: { at: at.getTime(), id: row.id },
});

/** One page of exactly the assignments that a number counts. */
export const listControlled = async (db: Db, query: ListControlled): Promise<Page<ControlledAssignment>> => {
  const { rows, ...neighbours } = pageOf(await read(db, query), query);
  return { ...neighbours, rows: rows.map(toControlled) };
};

/** How many assignments such a list holds. */
export const countControlled = async (db: Db, counted: Counted): Promise<number> => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM assignments AS a WHERE ${await conditionOf(db, counted)}`;
  return row?.count ?? 0;
};
