import { Prisma, type Db } from '@perezvon/db';
import { CALL_LIST, CALL_LISTS, type CallList } from '@perezvon/db/calls';

/** The most urgent list that a call stands in by its current score; null: in none. */
export const findListOf = async (db: Db, historyId: number): Promise<CallList | null> => {
  const cases = CALL_LISTS.map((list) => Prisma.sql`WHEN ${CALL_LIST[list].condition} THEN ${list}`);
  const [row] = await db.$queryRaw<{ list: CallList | null }[]>`
    SELECT CASE ${Prisma.join(cases, ' ')} END AS list
    FROM call_scores AS s WHERE s.is_current AND s.history_id = ${historyId}`;
  return row?.list ?? null;
};
