import { dangerOf, type AlarmingScore } from '@perezvon/contracts';
import { Prisma, type Db, type Tx } from '@perezvon/db';
import type { Drop, RedCall } from '../notifications/tellable.js';
import type { Worth } from '../notifications/worth.js';

/** A red call that somebody has to know of. */
interface NewNotification {
  userId: number;
  historyId: number;
  /** 60–100 */
  danger: number;
  createdAt: Date;
  /** Not looked at before. */
  notBefore: Date;
}

/**
 * Stores what has to be told; a call that a person was told of before, or waits for, is not told again. One that was
 * never told because it was not red any more, or not for this person then, waits anew: it is both now.
 */
export const insertNotifications = async (tx: Tx, rows: readonly NewNotification[]): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, history_id, danger, created_at, not_before)
    SELECT * FROM unnest(
      ${rows.map(({ userId }) => userId)}::int[], ${rows.map(({ historyId }) => historyId)}::bigint[],
      ${rows.map(({ danger }) => danger)}::smallint[], ${rows.map(({ createdAt }) => createdAt)}::timestamptz[],
      ${rows.map(({ notBefore }) => notBefore)}::timestamptz[]
    )
    ON CONFLICT (user_id, history_id) DO UPDATE SET
      danger = EXCLUDED.danger, created_at = EXCLUDED.created_at, not_before = EXCLUDED.not_before,
      message_id = NULL, dropped = NULL
    WHERE notifications.dropped IN ('no_longer_red', 'not_allowed', 'turned_off')`;
};

/** A notification with its call as it stands now. */
export interface StandingNotification extends RedCall {
  id: number;
  historyId: number;
  /** Since when it waits. */
  createdAt: Date;
}

interface StandingRow extends AlarmingScore, Omit<RedCall, 'danger'> {
  id: number;
  historyId: bigint;
  createdAt: Date;
}

/** One message tells of no more; what is over waits for the next. */
const MAX_AT_ONCE = 500;

const selectStanding = async (db: Db, condition: Prisma.Sql): Promise<StandingNotification[]> => {
  const rows = await db.$queryRaw<StandingRow[]>`
    SELECT n.id, n.history_id AS "historyId", n.created_at AS "createdAt",
      s.complaint_risk_flag AS "complaintRiskFlag", s.complaint_risk_score::int AS "complaintRiskScore",
      s.churn_risk_level::text AS "churnRiskLevel", s.churn_risk_score::int AS "churnRiskScore",
      EXISTS (SELECT 1 FROM assignments AS a
        WHERE a.history_id = n.history_id AND a.state <> 'cancelled') AS "isAssigned",
      EXISTS (SELECT 1 FROM call_marks AS m
        WHERE m.history_id = n.history_id AND m.user_id = n.user_id AND m.kind = 'listened') AS "hasHeard"
    FROM notifications AS n LEFT JOIN call_scores AS s ON s.history_id = n.history_id AND s.is_current
    WHERE ${condition}
    ORDER BY n.id LIMIT ${MAX_AT_ONCE}`;
  return rows.map(({ id, historyId, createdAt, isAssigned, hasHeard, ...score }) => ({
    id,
    historyId: Number(historyId),
    createdAt,
    danger: dangerOf(score),
    isAssigned,
    hasHeard,
  }));
};

/** What waits for a person, the oldest first. */
export const listWaitingNotifications = (db: Db, userId: number): Promise<StandingNotification[]> =>
  selectStanding(db, Prisma.sql`n.user_id = ${userId} AND n.message_id IS NULL AND n.dropped IS NULL`);

/** What a message is about to tell. */
export const listNotificationsOfMessage = (db: Db, messageId: number): Promise<StandingNotification[]> =>
  selectStanding(db, Prisma.sql`n.message_id = ${messageId} AND n.dropped IS NULL`);

/** People for whom something waits that may be looked at now. */
export const listPeopleWithWaiting = async (db: Db, now: Date): Promise<number[]> => {
  const rows = await db.$queryRaw<{ userId: number }[]>`
    SELECT DISTINCT n.user_id AS "userId" FROM notifications AS n JOIN users AS u ON u.id = n.user_id
    WHERE n.message_id IS NULL AND n.dropped IS NULL AND n.not_before <= ${now} AND u.unreachable_since IS NULL`;
  return rows.map(({ userId }) => userId);
};

/** This message tells them. */
export const attachNotifications = async (
  tx: Tx,
  ids: readonly number[],
  messageId: number,
): Promise<void> => {
  await tx.notification.updateMany({ where: { id: { in: [...ids] } }, data: { messageId } });
};

/** The message that should have told them is not sent: they wait again. */
export const releaseNotifications = async (tx: Tx, messageId: number, now: Date): Promise<void> => {
  await tx.notification.updateMany({ where: { messageId }, data: { messageId: null, notBefore: now } });
};

/** They are not told. */
export const dropNotifications = async (tx: Tx, ids: readonly number[], dropped: Drop): Promise<void> => {
  await tx.notification.updateMany({ where: { id: { in: [...ids] } }, data: { dropped } });
};

/** Nothing of a person's is looked at before. */
export const postponeWaiting = async (tx: Tx, userId: number, notBefore: Date): Promise<void> => {
  await tx.notification.updateMany({
    where: { userId, messageId: null, dropped: null },
    data: { notBefore },
  });
};

/** A line of a message that was sent. */
interface ToldNotification {
  id: number;
  historyId: number;
  isNotImportant: boolean;
}

/** What a message told, the gravest first. */
export const listToldNotifications = async (db: Db, messageId: number): Promise<ToldNotification[]> => {
  const rows = await db.notification.findMany({
    where: { messageId, dropped: null },
    orderBy: [{ danger: 'desc' }, { id: 'asc' }],
    select: { id: true, historyId: true, notImportantAt: true },
  });
  return rows.map(({ id, historyId, notImportantAt }) => ({
    id,
    historyId: Number(historyId),
    isNotImportant: notImportantAt !== null,
  }));
};

/** Whose a notification is, and whether it was called not important; null: no such one. */
export const findNotification = (
  db: Db,
  { id, historyId }: { id: number; historyId: number },
): Promise<{ userId: number; notImportantAt: Date | null } | null> =>
  db.notification.findFirst({ where: { id, historyId }, select: { userId: true, notImportantAt: true } });

/** The person said «Не важно». @returns false when he had said so before */
export const markNotImportant = async (tx: Tx, id: number, now: Date): Promise<boolean> => {
  const { count } = await tx.notification.updateMany({
    where: { id, notImportantAt: null },
    data: { notImportantAt: now },
  });
  return count > 0;
};

/** Which of the calls this person called not important. */
export const listNotImportantCalls = async (
  db: Db,
  userId: number,
  historyIds: readonly number[],
): Promise<Set<number>> => {
  const rows = await db.notification.findMany({
    where: { userId, historyId: { in: [...historyIds] }, notImportantAt: { not: null } },
    select: { historyId: true },
  });
  return new Set(rows.map(({ historyId }) => Number(historyId)));
};

/** How many red calls a person was told of since then, and how many of them he called not important. */
export const countWorth = async (db: Db, userId: number, since: Date): Promise<Worth> => {
  const where = { userId, createdAt: { gte: since }, messageId: { not: null }, dropped: null };
  const [told, notImportant] = await Promise.all([
    db.notification.count({ where }),
    db.notification.count({ where: { ...where, notImportantAt: { not: null } } }),
  ]);
  return { told, notImportant };
};
