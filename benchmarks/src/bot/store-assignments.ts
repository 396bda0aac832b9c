import type { DbClient } from '@perezvon/db';

/** Every so many calls one was given to somebody: of a million calls of a year that makes 100,000 assignments. */
const CALLS_PER_ASSIGNMENT = 10;
/** As much work as lies open in a large clinic. */
const OPEN = 500;

/**
 * Gives away every tenth stored call, in turn to everybody there is: three in four are callbacks, most are done, two
 * thirds of these with the next call as their proof; one in ten failed, one in ten was dropped, the newest are open.
 * @param calls how many are stored, see `storeCalls`
 */
export const storeAssignments = async (db: DbClient, calls: number): Promise<void> => {
  const people = await db.user.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  const ids = people.map(({ id }) => id);
  await db.$executeRaw`
    INSERT INTO assignments (history_id, kind, state, owner_id, given_by_id, due_at, list, result, reason,
      verified_by_call, verified_at, created_at, opened_at, updated_at, closed_at)
    SELECT history_id, kind::"AssignmentKind", state::"AssignmentState", owner_id, ${ids[0]}, at + interval '4 hours',
      (ARRAY['complaint', 'followup', 'lost', NULL])[1 + n % 4]::"AssignmentList",
      (CASE WHEN is_called THEN CASE WHEN n % 5 < 2 THEN 'booked' ELSE 'thinking' END END)::"AssignmentResult",
      (CASE WHEN state IN ('failed', 'cancelled') THEN 'other' END)::"AssignmentReason",
      CASE WHEN is_called AND n % 3 > 0 THEN history_id - 1 END,
      CASE WHEN is_called AND n % 3 > 0 THEN at + interval '2 hours' END,
      at, at, at, CASE WHEN state <> 'open' THEN at + interval '3 hours' END
    FROM (
      SELECT *, kind = 'callback' AND state = 'done' AS is_called FROM (
        SELECT n, c.history_id, c.call_date AS at, (${ids}::int[])[1 + n % ${ids.length}::int] AS owner_id,
          CASE WHEN n % 4 = 0 THEN 'review' ELSE 'callback' END AS kind,
          CASE WHEN n < ${OPEN}::int THEN 'open' WHEN n % 10 = 7 THEN 'failed' WHEN n % 10 = 8 THEN 'cancelled' ELSE 'done' END AS state
        FROM generate_series(1, ${Math.floor(calls / CALLS_PER_ASSIGNMENT)}::int) AS n
          JOIN calls AS c ON c.history_id = n * ${CALLS_PER_ASSIGNMENT}::int
      ) AS given
    ) AS made`;
  await db.$executeRaw`ANALYZE assignments`;
};
