import type { Db, Tx } from '@perezvon/db';
import type { ClockedAssignment, Look } from '../clock/reminders-due.js';

/** Takes assignments whose moment has come, the longest waiting first; another process takes others meanwhile. */
export const claimDueAssignments = (
  tx: Tx,
  now: Date,
  limit: number,
): Promise<(ClockedAssignment & { id: number })[]> =>
  // What belongs to one owner comes together: he is told of it in one message.
  tx.$queryRaw`
    SELECT id, state::text AS state, due_at AS "dueAt", paused_until AS "pausedUntil", owner_id AS "ownerId",
      given_by_id AS "givenById", opened_at AS "openedAt"
    FROM assignments
    WHERE remind_at <= ${now} AND state IN ('open', 'accepted', 'in_progress')
    ORDER BY remind_at, owner_id, id LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED`;

/** When the clock looks at each again. One whose pause is over is paused no more. */
export const markLookedAt = async (
  tx: Tx,
  looks: readonly (Pick<Look, 'nextAt' | 'isWoken'> & { id: number })[],
): Promise<void> => {
  const rows = looks.map(({ id, nextAt, isWoken }) => ({ id, nextAt, isWoken }));
  await tx.$executeRaw`
    UPDATE assignments AS a SET remind_at = look."nextAt",
      paused_until = CASE WHEN look."isWoken" THEN NULL ELSE a.paused_until END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS look (id int, "nextAt" timestamptz, "isWoken" boolean)
    WHERE a.id = look.id`;
};

/** Who is told last when a deadline is missed. */
export const listSuperadminIds = async (db: Db): Promise<number[]> => {
  const rows = await db.user.findMany({
    where: { role: 'superadmin', status: 'active' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/**
 * Puts assignments that the clock would miss before it: open ones that it would look at only after their deadline,
 * or never. Nothing of ours leaves such a row; an older version beside us during a release may.
 * @returns how many
 */
export const remindOfForgotten = (tx: Tx, now: Date): Promise<number> =>
  tx.$executeRaw`
    UPDATE assignments SET remind_at = ${now}
    WHERE state IN ('open', 'accepted', 'in_progress') AND due_at > ${now}
      AND (remind_at IS NULL OR remind_at > due_at)`;
