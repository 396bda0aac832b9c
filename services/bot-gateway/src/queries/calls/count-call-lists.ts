import { Prisma, type Db } from '@perezvon/db';
import {
  CALL_LIST,
  CALL_LISTS,
  inPeriod,
  matching,
  UNTOUCHED,
  WITHOUT_OWNER,
  type CallList,
  type ListFilter,
  type Period,
} from '@perezvon/db/calls';

/** The length of a list, and how many of its calls were never given to anybody. */
interface ListCount {
  all: number;
  withoutOwner: number;
}

type ListCounts = Record<CallList, ListCount>;

const countOf = (list: CallList, period: Period): Prisma.Sql => Prisma.sql`
  SELECT ${list}::text AS list, count(*)::int AS "all",
    (count(*) FILTER (WHERE ${WITHOUT_OWNER}))::int AS "withoutOwner"
  FROM call_scores AS s
  WHERE ${CALL_LIST[list].condition} AND ${inPeriod(period)}`;

/** The calls of a period in every list. Reads the lists' indexes: the cost follows their length only. */
export const countCallLists = async (db: Db, period: Period): Promise<ListCounts> => {
  const rows = await db.$queryRaw<(ListCount & { list: CallList })[]>`
    ${Prisma.join(
      CALL_LISTS.map((list) => countOf(list, period)),
      ' UNION ALL ',
    )}`;
  const counts = new Map(rows.map(({ list, ...count }) => [list, count]));
  const countIn = (list: CallList): ListCount => counts.get(list) ?? { all: 0, withoutOwner: 0 };
  return { complaint: countIn('complaint'), followup: countIn('followup'), lost: countIn('lost') };
};

/** How many calls of one list each filter would leave, beside the other filters. */
export interface FilterCounts extends ListCount {
  untouched: number;
}

/** Counts a list for its filters' buttons, in one pass through it: of one operator, or of everybody. */
export const countFilters = async (
  db: Db,
  asked: Pick<ListFilter, 'list' | 'period' | 'operator'>,
): Promise<FilterCounts> => {
  const [counts] = await db.$queryRaw<FilterCounts[]>`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE ${WITHOUT_OWNER}))::int AS "withoutOwner",
      (count(*) FILTER (WHERE ${UNTOUCHED}))::int AS untouched
    FROM call_scores AS s WHERE ${matching({ ...asked, withoutOwner: false, untouched: false })}`;
  if (!counts) throw new Error('a count without GROUP BY returns one row');
  return counts;
};
