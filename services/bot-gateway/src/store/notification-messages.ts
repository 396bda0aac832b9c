import type { Db, Tx } from '@perezvon/db';
import { dayOfIso, isoDay } from '@perezvon/db/figures';
import { daysBefore, MINUTE_MS } from '../domain/durations.js';
import type { Summary, SummaryKind } from '../notifications/summary-time.js';
import type { Drop } from '../notifications/tellable.js';

/** `alert`: red calls; `reminder`: assignments that ask for something. */
type MessageKind = 'alert' | 'reminder' | SummaryKind;

/** First key of the advisory locks that let one process at a time decide about a person. */
const DECISION_LOCK = 0x6e6f_7466;

/** Whether this transaction alone decides about the person until its end; another process has him otherwise. */
export const holdPerson = async (tx: Tx, userId: number): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${DECISION_LOCK}::int, ${userId}::int) AS held`;
  return row?.held === true;
};

/** Those of these people about whom this transaction alone decides until its end. */
export const holdPeople = async (tx: Tx, userIds: readonly number[]): Promise<number[]> => {
  const rows = await tx.$queryRaw<{ userId: number; held: boolean }[]>`
    SELECT user_id AS "userId", pg_try_advisory_xact_lock(${DECISION_LOCK}::int, user_id) AS held
    FROM unnest(${[...userIds]}::int[]) AS user_id`;
  return rows.flatMap(({ userId, held }) => (held ? [userId] : []));
};

/** Makes a message about red calls. @returns its id */
export const insertAlert = async (tx: Tx, userId: number, now: Date): Promise<number> => {
  const { id } = await tx.notificationMessage.create({
    data: { userId, kind: 'alert', createdAt: now, nextTryAt: now },
    select: { id: true },
  });
  return id;
};

/** Makes the summary of a day. @returns its id; null: there is one already */
export const insertSummary = async (
  tx: Tx,
  userId: number,
  { kind, date }: Summary,
  now: Date,
): Promise<number | null> => {
  const [row] = await tx.notificationMessage.createManyAndReturn({
    data: [{ userId, kind, day: dayOfIso(date), createdAt: now, nextTryAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
};

/** What was told to a person so far. */
interface AlertHistory {
  /** When the last message about red calls was sent, or made; null: there is none. */
  lastAlertAt: Date | null;
  alertsSince: number;
  /** A message about red calls is on its way: Telegram is slow, or away. */
  isUnsent: boolean;
}

/** The messages about red calls: the last one, and how many since `since`. Dropped ones do not count. */
export const findAlertHistory = async (db: Db, userId: number, since: Date): Promise<AlertHistory> => {
  const [history] = await db.$queryRaw<AlertHistory[]>`
    SELECT max(coalesce(sent_at, created_at)) AS "lastAlertAt",
      count(*) FILTER (WHERE created_at >= ${since})::int AS "alertsSince",
      coalesce(bool_or(sent_at IS NULL), false) AS "isUnsent"
    FROM notification_messages WHERE user_id = ${userId} AND kind = 'alert' AND dropped IS NULL`;
  if (!history) throw new Error('an aggregate without groups returns one row');
  return history;
};

/** A message on its way, in this process's hands. */
export interface ClaimedMessage {
  id: number;
  userId: number;
  kind: MessageKind;
  /** The clinic day of a summary, `2026-11-24`; null: it is none. */
  date: string | null;
  /** This one included. */
  attempts: number;
  createdAt: Date;
}

/** Longer than any send takes, flood limits included; a process that died with a message in hand holds it up so long. */
const LEASE_MS = 5 * MINUTE_MS;

/**
 * Takes messages that are due, the longest waiting first. Each is in the hands of one process at a time. People who
 * cannot be reached keep theirs until they are back.
 */
export const claimMessages = async (tx: Tx, now: Date, limit: number): Promise<ClaimedMessage[]> => {
  const rows = await tx.$queryRaw<(Omit<ClaimedMessage, 'date'> & { day: Date | null })[]>`
    UPDATE notification_messages SET leased_until = ${new Date(now.getTime() + LEASE_MS)}, attempts = attempts + 1
    WHERE id IN (
      SELECT m.id FROM notification_messages AS m JOIN users AS u ON u.id = m.user_id
      WHERE m.sent_at IS NULL AND m.dropped IS NULL AND m.next_try_at <= ${now}
        AND (m.leased_until IS NULL OR m.leased_until <= ${now}) AND u.unreachable_since IS NULL
      ORDER BY m.next_try_at, m.id LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED
    )
    RETURNING id, user_id AS "userId", kind::text AS kind, day, attempts, created_at AS "createdAt"`;
  return rows.map(({ day, ...row }) => ({ ...row, date: day && isoDay(day) }));
};

/**
 * Goes on with a claimed message that may have waited for its chat, which can take longer than the claim holds.
 * @returns false: it was claimed again meanwhile, or is over; whoever has it now sends it
 */
export const holdMessage = async (
  tx: Tx,
  { id, attempts }: Pick<ClaimedMessage, 'id' | 'attempts'>,
  now: Date,
): Promise<boolean> => {
  const { count } = await tx.notificationMessage.updateMany({
    where: { id, attempts, sentAt: null, dropped: null },
    data: { leasedUntil: new Date(now.getTime() + LEASE_MS) },
  });
  return count > 0;
};

/** The message is with its person. */
export const markSent = async (
  tx: Tx,
  id: number,
  { telegramMessageId, at }: { telegramMessageId: number; at: Date },
): Promise<void> => {
  await tx.notificationMessage.update({
    where: { id },
    data: { sentAt: at, telegramMessageId, leasedUntil: null },
  });
};

/** Given back until `nextTryAt`. */
export const postponeMessage = async (tx: Tx, id: number, nextTryAt: Date): Promise<void> => {
  await tx.notificationMessage.update({ where: { id }, data: { nextTryAt, leasedUntil: null } });
};

/** The message is not sent at all. */
export const dropMessage = async (tx: Tx, id: number, dropped: Drop): Promise<void> => {
  await tx.notificationMessage.update({ where: { id }, data: { dropped, leasedUntil: null } });
};

/** A message as its screen needs it; null: there is none (any more). */
export const findNotificationMessage = async (
  db: Db,
  id: number,
): Promise<{ userId: number; kind: MessageKind; date: string | null; createdAt: Date } | null> => {
  const row = await db.notificationMessage.findUnique({
    where: { id },
    select: { userId: true, kind: true, day: true, createdAt: true },
  });
  return (
    row && {
      userId: row.userId,
      kind: row.kind,
      date: row.day && isoDay(row.day),
      createdAt: row.createdAt,
    }
  );
};

/** Whether the person got his digest of this day. */
export const hasSentDigest = async (db: Db, userId: number, date: string): Promise<boolean> => {
  const row = await db.notificationMessage.findFirst({
    where: { userId, kind: 'digest', day: dayOfIso(date), sentAt: { not: null } },
    select: { id: true },
  });
  return row !== null;
};

/** Nobody taps an older message; the calls themselves stay where they are. */
const KEEP_DAYS = 90;
const FORGET_BATCH = 5_000;

/** Forgets old messages, notifications and reminders that were never told. @returns how many */
export const forgetOldNotifications = async (db: Db, now: Date): Promise<number> => {
  const before = daysBefore(now, KEEP_DAYS);
  const notifications = await db.$executeRaw`
    DELETE FROM notifications WHERE id IN (
      SELECT id FROM notifications WHERE created_at < ${before} LIMIT ${FORGET_BATCH})`;
  const reminders = await db.$executeRaw`
    DELETE FROM reminders WHERE id IN (
      SELECT id FROM reminders WHERE created_at < ${before} AND dropped IS NOT NULL LIMIT ${FORGET_BATCH})`;
  const messages = await db.$executeRaw`
    DELETE FROM notification_messages WHERE id IN (
      SELECT id FROM notification_messages WHERE created_at < ${before} LIMIT ${FORGET_BATCH})`;
  return notifications + reminders + messages;
};
