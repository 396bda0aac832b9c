import { Prisma, type Db } from '@perezvon/db';
import {
  CALL_LIST,
  findChainPlaces,
  matching,
  readEvidence,
  strongestOf,
  type ListFilter,
  type ListOrder,
} from '@perezvon/db/calls';
import { pageOf, type Direction, type Page } from '../page.js';
import { findCallOwners, type CallOwner } from './find-call-owners.js';

/** A call's place in a list: its rank, its time, its id; the order says which of them count. */
export interface CallCursor {
  /** What the list puts its worst first by (`RANKS`). */
  score: number;
  /** Start of the call in milliseconds since 1970. */
  at: number;
  historyId: number;
}

export interface ListedCall {
  historyId: number;
  callDate: Date;
  /** The operator's code; null: nobody answered, or not known. */
  operator: string | null;
  /** 0–100; null when it cannot be known. */
  score: number | null;
  /** The words that count most; null: from duration and wait alone. */
  quote: string | null;
  /** Who has it already, by the earliest deadline; null: nobody. */
  owner: CallOwner | null;
  /** Which of the client's own calls within a month it is; 1 also where that is not known. */
  clientCallNumber: number;
  cursor: CallCursor;
}

export interface ListCalls extends ListFilter {
  order: ListOrder;
  /** null: the first page. */
  from: { cursor: CallCursor; direction: Direction } | null;
  /** Calls a page. */
  limit: number;
}

interface ScoreRow {
  historyId: bigint;
  callDate: Date;
  operator: string | null;
  score: number | null;
  rank: number;
  evidence: unknown;
}

/** The columns that a list is ordered by, descending, and a cursor's values for them. */
const orderOf = ({
  list,
  order,
}: ListCalls): { columns: Prisma.Sql[]; place: (at: CallCursor) => Prisma.Sql[] } => {
  const columns = [Prisma.sql`s.call_date`, Prisma.sql`s.history_id`];
  const place = ({ at, historyId }: CallCursor) => [
    Prisma.sql`${new Date(at)}::timestamptz`,
    Prisma.sql`${historyId}::bigint`,
  ];
  if (order === 'latest') return { columns, place };
  return {
    columns: [CALL_LIST[list].rank, ...columns],
    place: (at) => [Prisma.sql`${at.score}::int`, ...place(at)],
  };
};

/** The statement that reads one page; a test looks at its plan. */
export const listQuery = (query: ListCalls): Prisma.Sql => {
  const { list, from, limit } = query;
  const { columns, place } = orderOf(query);
  const isBack = from?.direction === 'back';
  const beyond =
    from &&
    Prisma.sql`AND (${Prisma.join(columns)}) ${isBack ? Prisma.sql`>` : Prisma.sql`<`} (${Prisma.join(place(from.cursor))})`;
  const direction = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`
    SELECT s.history_id AS "historyId", s.call_date AS "callDate", s.operator,
      ${CALL_LIST[list].score}::int AS score, ${CALL_LIST[list].rank}::int AS rank, s.evidence
    FROM call_scores AS s
    WHERE ${matching(query)} ${beyond ?? Prisma.empty}
    ORDER BY ${Prisma.join(columns.map((column) => Prisma.sql`${column} ${direction}`))}
    LIMIT ${limit + 1}`;
};

/**
 * One page of a list. The cost follows at most the length of the list in the period, not the number of calls.
 */
export const listCalls = async (db: Db, query: ListCalls): Promise<Page<ListedCall>> => {
  const { rows, ...neighbours } = pageOf(await db.$queryRaw<ScoreRow[]>(listQuery(query)), query);
  const historyIds = rows.map(({ historyId }) => Number(historyId));
  const [owners, places] = await Promise.all([
    findCallOwners(db, historyIds),
    findChainPlaces(db, historyIds),
  ]);
  return {
    ...neighbours,
    rows: rows.map(({ historyId, callDate, operator, score, rank, evidence }) => ({
      historyId: Number(historyId),
      callDate,
      operator,
      score,
      quote: strongestOf(readEvidence(evidence), CALL_LIST[query.list].metrics)?.quote ?? null,
      owner: owners.get(Number(historyId)) ?? null,
      clientCallNumber: places.get(Number(historyId))?.number ?? 1,
      cursor: { score: rank, at: callDate.getTime(), historyId: Number(historyId) },
    })),
  };
};
