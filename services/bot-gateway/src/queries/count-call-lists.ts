import { Prisma, type Db } from '@perezvon/db';
import { CALL_LIST, inPeriod, WITHOUT_OWNER, type CallList } from './call-lists.js';
import type { Period } from './period.js';

export type ListCounts = Record<CallList, number>;

interface CountOptions {
  /** Only calls that nobody has to act on yet. */
  withoutOwner?: boolean;
}

const countOf = (list: CallList, period: Period, { withoutOwner }: CountOptions): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM call_scores AS s
  WHERE ${CALL_LIST[list].condition} AND ${inPeriod(period)}
  ${withoutOwner ? Prisma.sql`AND ${WITHOUT_OWNER}` : Prisma.empty})`;

/** How many calls of a period stand in each list. Reads the lists' indexes: the cost follows their length only. */
export const countCallLists = async (
  db: Db,
  period: Period,
  options: CountOptions = {},
): Promise<ListCounts> => {
  const [counts] = await db.$queryRaw<ListCounts[]>`
    SELECT ${countOf('complaint', period, options)} AS complaint,
           ${countOf('followup', period, options)} AS followup,
           ${countOf('lost', period, options)} AS lost`;
  return counts ?? { complaint: 0, followup: 0, lost: 0 };
};
