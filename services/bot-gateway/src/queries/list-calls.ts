import { OPEN_ASSIGNMENT_STATES } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { CALL_LIST, inPeriod, WITHOUT_OWNER, type CallList } from './call-lists.js';
import { readEvidence, strongestOf } from './explanation.js';
import { pageOf, type Direction, type Page } from './page.js';
import type { Period } from './period.js';

/** A call's place in a list: worst first, then the latest, then by id. */
export interface CallCursor {
  /** −1: a call whose score is not known stands last. */
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
  owner: { firstName: string; lastName: string | null } | null;
  cursor: CallCursor;
}

interface ListCalls {
  list: CallList;
  period: Period;
  withoutOwner: boolean;
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
  evidence: unknown;
}

const UNKNOWN_SCORE = -1;

/** The statement that reads one page; a test looks at its plan. */
export const listQuery = ({ list, period, withoutOwner, from, limit }: ListCalls): Prisma.Sql => {
  const { condition, score } = CALL_LIST[list];
  const key = Prisma.sql`(coalesce(${score}, ${UNKNOWN_SCORE}::int), call_date, history_id)`;
  const after =
    from &&
    Prisma.sql`(${from.cursor.score}::int, ${new Date(from.cursor.at)}::timestamptz, ${from.cursor.historyId}::bigint)`;
  const isBack = from?.direction === 'back';
  const order = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`
    SELECT history_id AS "historyId", call_date AS "callDate", operator, ${score}::int AS score, evidence
    FROM call_scores AS s
    WHERE ${condition} AND ${inPeriod(period)}
      ${withoutOwner ? Prisma.sql`AND ${WITHOUT_OWNER}` : Prisma.empty}
      ${after ? Prisma.sql`AND ${key} ${isBack ? Prisma.sql`>` : Prisma.sql`<`} ${after}` : Prisma.empty}
    ORDER BY coalesce(${score}, ${UNKNOWN_SCORE}::int) ${order}, call_date ${order}, history_id ${order}
    LIMIT ${limit + 1}`;
};

/** Who has each of these calls: the open assignment with the earliest deadline. */
const ownersOf = async (db: Db, historyIds: readonly bigint[]): Promise<Map<bigint, ListedCall['owner']>> => {
  const open = await db.assignment.findMany({
    where: { historyId: { in: [...historyIds] }, state: { in: [...OPEN_ASSIGNMENT_STATES] } },
    orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
    select: { historyId: true, owner: { select: { firstName: true, lastName: true } } },
  });
  // The last write wins: the earliest deadline comes last.
  return new Map(open.map(({ historyId, owner }) => [historyId, owner]));
};

/**
 * One page of a list, worst first. The cost follows the length of the list in the period, not the number of calls.
 */
export const listCalls = async (db: Db, query: ListCalls): Promise<Page<ListedCall>> => {
  const { rows, ...neighbours } = pageOf(await db.$queryRaw<ScoreRow[]>(listQuery(query)), query);
  const owners = await ownersOf(
    db,
    rows.map(({ historyId }) => historyId),
  );
  return {
    ...neighbours,
    rows: rows.map(({ historyId, callDate, operator, score, evidence }) => ({
      historyId: Number(historyId),
      callDate,
      operator,
      score,
      quote: strongestOf(readEvidence(evidence), CALL_LIST[query.list].metrics)?.quote ?? null,
      owner: owners.get(historyId) ?? null,
      cursor: { score: score ?? UNKNOWN_SCORE, at: callDate.getTime(), historyId: Number(historyId) },
    })),
  };
};
