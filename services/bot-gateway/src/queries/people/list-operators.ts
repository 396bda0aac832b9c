import type { Db } from '@perezvon/db';
import { matching, type ListFilter } from '@perezvon/db/calls';
import { operatorKey } from '../../domain/operator-key.js';

/** An operator with calls in a list. */
export interface ListedOperator {
  /** null: nobody answered. */
  code: string | null;
  /** His calls in the list, under the other filters. */
  count: number;
}

/** The operators that a list has calls of, the one with most first. The cost follows the length of the list. */
export const listOperators = (db: Db, filter: Omit<ListFilter, 'operator'>): Promise<ListedOperator[]> =>
  db.$queryRaw<ListedOperator[]>`
    SELECT s.operator AS code, count(*)::int AS count
    FROM call_scores AS s WHERE ${matching({ ...filter, operator: null })}
    GROUP BY s.operator ORDER BY count(*) DESC, s.operator`;

/**
 * The codes of all operators that calls have, in the order of the alphabet. Steps from code to code through the index,
 * so that the cost follows the number of operators.
 */
export const listOperatorCodes = async (db: Db): Promise<string[]> => {
  const codes = await db.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE codes AS (
      (SELECT operator FROM calls WHERE operator IS NOT NULL ORDER BY operator LIMIT 1)
      UNION ALL
      SELECT (SELECT c.operator FROM calls AS c WHERE c.operator > codes.operator ORDER BY c.operator LIMIT 1)
      FROM codes WHERE codes.operator IS NOT NULL
    )
    SELECT operator AS code FROM codes WHERE operator IS NOT NULL`;
  return codes.map(({ code }) => code);
};

/** The operator that a button's key stands for; null: no call has him (any more). */
export const findOperatorByKey = async (db: Db, key: number): Promise<{ code: string | null } | null> => {
  if (key === operatorKey(null)) return { code: null };
  const code = (await listOperatorCodes(db)).find((one) => operatorKey(one) === key);
  return code === undefined ? null : { code };
};
