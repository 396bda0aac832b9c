import { Prisma, type Db } from '@perezvon/db';
import {
  CALL_LIST,
  CALL_LISTS,
  inPeriod,
  matching,
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

/** Of the rows of a table that name calls, those that name one of `listed`, each once. */
const amongListed = (table: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT history_id FROM ${table}
  WHERE history_id BETWEEN (SELECT min(history_id) FROM listed) AND (SELECT max(history_id) FROM listed)`;

/** What was given is read once, from the first to the last of the listed calls, instead of looked up for each of them. */
const GIVEN = amongListed(Prisma.sql`assignments`);

/** The calls of a period in every list. Reads the lists' indexes: the cost follows their length only. */
export const countCallLists = async (db: Db, period: Period): Promise<ListCounts> => {
  const rows = await db.$queryRaw<(ListCount & { list: CallList })[]>`
    WITH listed AS MATERIALIZED (${Prisma.join(
      CALL_LISTS.map(
        (list) => Prisma.sql`
          SELECT ${list}::text AS list, s.history_id FROM call_scores AS s
          WHERE ${CALL_LIST[list].condition} AND ${inPeriod(period)}`,
      ),
      ' UNION ALL ',
    )}), given AS (${GIVEN})
    SELECT list, count(*)::int AS "all",
      (count(*) FILTER (WHERE given.history_id IS NULL))::int AS "withoutOwner"
    FROM listed LEFT JOIN given USING (history_id) GROUP BY list`;
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
    WITH listed AS MATERIALIZED (
      SELECT s.history_id FROM call_scores AS s
      WHERE ${matching({ ...asked, withoutOwner: false, untouched: false })}
    ), given AS (${GIVEN}), heard AS (${amongListed(Prisma.sql`call_marks`)} AND kind = 'listened')
    SELECT count(*)::int AS "all",
      (count(*) FILTER (WHERE given.history_id IS NULL))::int AS "withoutOwner",
      (count(*) FILTER (WHERE given.history_id IS NULL AND heard.history_id IS NULL))::int AS untouched
    FROM listed LEFT JOIN given USING (history_id) LEFT JOIN heard USING (history_id)`;
  if (!counts) throw new Error('a count without GROUP BY returns one row');
  return counts;
};
