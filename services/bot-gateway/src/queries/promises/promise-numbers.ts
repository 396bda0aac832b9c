import type { Db } from '@perezvon/db';

/** What became of the promises of one operator. */
export interface PromiseNumbers {
  /** Called in time, answered or not. */
  kept: number;
  /** Of those, the ones in which somebody talked. */
  talked: number;
  /** Not called in time. */
  broken: number;
  /** Of those, the ones that were called later. */
  late: number;
  /** Their time has not come. */
  open: number;
  /** Of a client whose number is hidden: nobody can tell. */
  unverifiable: number;
}

/** The promises that an operator gave in a period of clinic days; the cost follows the promises of the period. */
export const countPromises = async (
  db: Db,
  { operator, since, until }: { operator: string; since: Date; until: Date },
): Promise<PromiseNumbers> => {
  const [numbers] = await db.$queryRaw<PromiseNumbers[]>`
    SELECT
      count(*) FILTER (WHERE p.state = 'kept')::int AS kept,
      count(*) FILTER (WHERE p.state = 'kept' AND p.is_talk)::int AS talked,
      count(*) FILTER (WHERE p.state = 'broken')::int AS broken,
      count(*) FILTER (WHERE p.state = 'broken' AND p.kept_by_call IS NOT NULL)::int AS late,
      count(*) FILTER (WHERE p.state = 'open')::int AS open,
      count(*) FILTER (WHERE p.state = 'unverifiable')::int AS unverifiable
    FROM call_promises AS p
    WHERE p.operator = ${operator} AND p.call_date >= ${since} AND p.call_date < ${until}`;
  return numbers ?? { kept: 0, talked: 0, broken: 0, late: 0, open: 0, unverifiable: 0 };
};
