import { Prisma, type Db } from '@perezvon/db';
import { CALL_LIST, CALL_LISTS, inPeriod, type CallList } from './call-lists.js';
import type { Period } from './period.js';

/** The length of a list, and how many of its calls nobody has to act on yet. */
export interface ListCount {
  all: number;
  withoutOwner: number;
}

export type ListCounts = Record<CallList, ListCount>;

/** The open work is few rows: joined once, instead of looked up for every call. */
const countOf = (list: CallList, period: Period): Prisma.Sql => Prisma.sql`
  SELECT ${list}::text AS list, count(*)::int AS "all",
    count(*) FILTER (WHERE owned.history_id IS NULL)::int AS "withoutOwner"
  FROM call_scores AS s LEFT JOIN owned ON owned.history_id = s.history_id
  WHERE ${CALL_LIST[list].condition} AND ${inPeriod(period)}`;

const countAll = async (
  db: Db,
  lists: readonly CallList[],
  period: Period,
): Promise<(list: CallList) => ListCount> => {
  const rows = await db.$queryRaw<(ListCount & { list: CallList })[]>`
    WITH owned AS (
      SELECT DISTINCT history_id FROM assignments WHERE state IN ('open', 'accepted', 'in_progress')
    )
    ${Prisma.join(
      lists.map((list) => countOf(list, period)),
      ' UNION ALL ',
    )}`;
  const counts = new Map(rows.map(({ list, ...count }) => [list, count]));
  return (list) => counts.get(list) ?? { all: 0, withoutOwner: 0 };
};

/** The calls of a period in one list. Reads the list's index: the cost follows its length only. */
export const countCallList = async (db: Db, list: CallList, period: Period): Promise<ListCount> =>
  (await countAll(db, [list], period))(list);

/** The calls of a period in every list. */
export const countCallLists = async (db: Db, period: Period): Promise<ListCounts> => {
  const countIn = await countAll(db, CALL_LISTS, period);
  return { complaint: countIn('complaint'), followup: countIn('followup'), lost: countIn('lost') };
};
