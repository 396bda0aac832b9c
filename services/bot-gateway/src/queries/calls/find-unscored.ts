import type { Db } from '@perezvon/db';

/** How many of a period's latest calls no number holds yet. */
export interface Unscored {
  count: number;
  /** The calls that were looked at: the latest, at most `LOOKED_AT`. */
  of: number;
}

/** Enough to see that scoring is behind; the same cost however many calls a period has. */
const LOOKED_AT = 100;

/** How far scoring is behind with the latest calls of a period; every number is of scored calls only. */
export const findUnscored = async (
  db: Db,
  { since, until }: { since: Date; until: Date },
): Promise<Unscored> => {
  const [found] = await db.$queryRaw<Unscored[]>`
    SELECT count(*)::int AS "of",
      count(*) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM call_scores AS s WHERE s.history_id = latest.history_id AND s.is_current
      ))::int AS count
    FROM (
      SELECT history_id FROM calls WHERE call_date >= ${since} AND call_date < ${until}
      ORDER BY call_date DESC, history_id DESC LIMIT ${LOOKED_AT}
    ) AS latest`;
  if (!found) throw new Error('a count returns one row');
  return found;
};
