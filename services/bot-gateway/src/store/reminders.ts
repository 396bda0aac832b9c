import { Prisma, type Db, type Tx } from '@perezvon/db';
import type { StandingReminder } from '../notifications/remindable.js';
import type { Drop } from '../notifications/tellable.js';

/** One message tells of no more; what is over waits for the next. */
const MAX_AT_ONCE = 10_000;

const selectStanding = (db: Db, condition: Prisma.Sql): Promise<StandingReminder[]> =>
  db.$queryRaw`
    SELECT r.id, r.assignment_id AS "assignmentId", r.level::text AS level, r.due_at AS about,
      r.created_at AS "notedAt", a.state::text AS state, a.owner_id AS "ownerId",
      a.given_by_id AS "givenById", a.due_at AS "dueAt", a.paused_until AS "pausedUntil"
    FROM reminders AS r JOIN assignments AS a ON a.id = r.assignment_id
    WHERE ${condition} ORDER BY r.id LIMIT ${MAX_AT_ONCE}`;

/** What waits to be told to a person and may be by now, the oldest first. */
export const listWaitingReminders = (db: Db, userId: number, now: Date): Promise<StandingReminder[]> =>
  selectStanding(
    db,
    Prisma.sql`r.user_id = ${userId} AND r.message_id IS NULL AND r.dropped IS NULL AND r.not_before <= ${now}`,
  );

/** What a message is about to tell. */
export const listRemindersOfMessage = (db: Db, messageId: number): Promise<StandingReminder[]> =>
  selectStanding(db, Prisma.sql`r.message_id = ${messageId} AND r.dropped IS NULL`);

/** People who have to be told of something now. */
export const listPeopleToRemind = async (db: Db, now: Date): Promise<number[]> => {
  const rows = await db.$queryRaw<{ userId: number }[]>`
    SELECT DISTINCT r.user_id AS "userId" FROM reminders AS r JOIN users AS u ON u.id = r.user_id
    WHERE r.message_id IS NULL AND r.dropped IS NULL AND r.not_before <= ${now} AND u.unreachable_since IS NULL`;
  return rows.map(({ userId }) => userId);
};

/** A message that tells them, on its way from now on. */
export const insertReminderMessage = async (
  tx: Tx,
  { userId, reminderIds, now }: { userId: number; reminderIds: readonly number[]; now: Date },
): Promise<void> => {
  const { id } = await tx.notificationMessage.create({
    data: { userId, kind: 'reminder', createdAt: now, nextTryAt: now },
    select: { id: true },
  });
  await tx.$executeRaw`UPDATE reminders SET message_id = ${id} WHERE id = ANY(${[...reminderIds]}::int[])`;
};

/** They are not told. */
export const dropReminders = async (
  tx: Tx,
  drops: readonly { id: number; reason: Drop }[],
): Promise<void> => {
  for (const reason of new Set(drops.map((one) => one.reason))) {
    const ids = drops.filter((one) => one.reason === reason).map(({ id }) => id);
    await tx.$executeRaw`
      UPDATE reminders SET dropped = ${reason}::"NotificationDrop" WHERE id = ANY(${ids}::int[])`;
  }
};

/** Nothing of a person's is told before. */
export const postponeReminders = async (tx: Tx, userId: number, notBefore: Date): Promise<void> => {
  await tx.$executeRaw`
    UPDATE reminders SET not_before = ${notBefore}
    WHERE user_id = ${userId} AND message_id IS NULL AND dropped IS NULL AND not_before < ${notBefore}`;
};

/** What waits for a person is decided anew: his quiet hours may have changed. */
export const lookAtRemindersAgain = async (tx: Tx, userId: number, now: Date): Promise<void> => {
  await tx.reminder.updateMany({
    where: { userId, messageId: null, dropped: null },
    data: { notBefore: now },
  });
};

/** What was sent to a person so far. */
interface ReminderHistory {
  /** When the last message of reminders was sent, or made; null: there is none. */
  lastAt: Date | null;
  /** One is on its way: Telegram is slow, or away. */
  isUnsent: boolean;
}

/** The messages of reminders since then; dropped ones do not count. */
export const findReminderHistory = async (db: Db, userId: number, since: Date): Promise<ReminderHistory> => {
  const [history] = await db.$queryRaw<ReminderHistory[]>`
    SELECT max(coalesce(sent_at, created_at)) AS "lastAt", coalesce(bool_or(sent_at IS NULL), false) AS "isUnsent"
    FROM notification_messages
    WHERE user_id = ${userId} AND kind = 'reminder' AND dropped IS NULL AND (sent_at IS NULL OR created_at >= ${since})`;
  if (!history) throw new Error('an aggregate without groups returns one row');
  return history;
};
