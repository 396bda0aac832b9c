import { rolesWith } from '@perezvon/access';
import type { Permission } from '@perezvon/contracts';
import { Prisma, type Db, type Tx } from '@perezvon/db';
import type { ClockedAssignment, Look } from '../clock/reminders-due.js';

/** An assignment that the clock has in hand. */
export type Claimed = ClockedAssignment & { id: number };

/** Whether somebody can be told of it (`Hearing`). @param user a row of `users`; @param permission without it he is not */
const hearingOf = (user: Prisma.Sql, permission: Permission): Prisma.Sql => Prisma.sql`
  CASE WHEN ${user}.status <> 'active' OR ${user}.role IS NULL OR ${user}.role::text <> ALL(${rolesWith(permission)})
      THEN 'no_access'
    WHEN ${user}.unreachable_since IS NOT NULL THEN 'unreachable'
    ELSE 'hears' END`;
const OWNER_HEARING = hearingOf(Prisma.sql`owner`, 'work.own');
const GIVER_HEARING = hearingOf(Prisma.sql`giver`, 'assignments.manage');

/** Open assignments as the clock sees them, locked until the transaction ends; those in other hands are left out. */
const claim = (tx: Tx, which: Prisma.Sql): Promise<Claimed[]> =>
  tx.$queryRaw`
    SELECT a.id, a.state::text AS state, a.due_at AS "dueAt", a.paused_until AS "pausedUntil",
      coalesce(a.handed_on_at, a.opened_at) AS "heldSince",
      a.owner_id AS "ownerId", ${OWNER_HEARING} AS "ownerHearing",
      a.given_by_id AS "givenById", ${GIVER_HEARING} AS "giverHearing"
    FROM assignments AS a JOIN users AS owner ON owner.id = a.owner_id JOIN users AS giver ON giver.id = a.given_by_id
    WHERE a.state IN ('open', 'accepted', 'in_progress') AND ${which} FOR NO KEY UPDATE OF a SKIP LOCKED`;

/** Takes assignments whose moment has come, the longest waiting first; another process takes others meanwhile. */
export const claimDueAssignments = (tx: Tx, now: Date, limit: number): Promise<Claimed[]> =>
  // What belongs to one owner comes together: he is told of it in one message.
  claim(tx, Prisma.sql`a.remind_at <= ${now} ORDER BY a.remind_at, a.owner_id, a.id LIMIT ${limit}`);

/**
 * Takes overdue assignments whose time has not come, but whose owner or giver cannot be told: what the clock knew of them
 * when it looked the last time may be otherwise now. By id, after `afterId`.
 */
export const claimUntold = (
  tx: Tx,
  { now, afterId, limit }: { now: Date; afterId: number; limit: number },
): Promise<Claimed[]> =>
  claim(
    tx,
    Prisma.sql`a.due_at <= ${now} AND a.remind_at > ${now} AND (a.paused_until IS NULL OR a.paused_until <= ${now})
      AND (${OWNER_HEARING} <> 'hears' OR ${GIVER_HEARING} <> 'hears')
      AND a.id > ${afterId} ORDER BY a.id LIMIT ${limit}`,
  );

/** Whether the clock has anything to look at: asked every other second, and mostly it has not. */
export const hasDueAssignments = async (db: Db, now: Date): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM assignments
    WHERE remind_at <= ${now} AND state IN ('open', 'accepted', 'in_progress') LIMIT 1`;
  return rows.length > 0;
};

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
