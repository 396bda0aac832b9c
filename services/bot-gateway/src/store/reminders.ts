import { Prisma, type Db, type Tx } from '@perezvon/db';
import type {
  AssignmentReminder,
  CompensationReminder,
  StandingReminder,
} from '../notifications/remindable.js';
import type { Drop } from '../notifications/tellable.js';

/** What is over waits for the next round: it is a message more, and no memory less. */
const MAX_AT_ONCE = 20_000;

const selectAssignments = (db: Db, condition: Prisma.Sql): Promise<AssignmentReminder[]> =>
  db.$queryRaw`
    SELECT 'assignment' AS kind, r.id, r.user_id AS "userId", r.created_at AS "notedAt",
      r.assignment_id AS "assignmentId", r.level::text AS level, r.due_at AS about, r.held_since AS "heldThenSince",
      a.state::text AS state, a.owner_id AS "ownerId", a.given_by_id AS "givenById", a.due_at AS "dueAt",
      a.paused_until AS "pausedUntil", coalesce(a.handed_on_at, a.opened_at) AS "heldSince"
    FROM reminders AS r JOIN assignments AS a ON a.id = r.assignment_id
    WHERE ${condition} ORDER BY r.id LIMIT ${MAX_AT_ONCE}`;

const selectCompensations = (db: Db, condition: Prisma.Sql): Promise<CompensationReminder[]> =>
  db.$queryRaw`
    SELECT 'compensation' AS kind, r.id, r.user_id AS "userId", r.created_at AS "notedAt", c.state::text AS state,
      c.proposed_by_id AS "proposedById"
    FROM reminders AS r JOIN compensations AS c ON c.id = r.compensation_id
    WHERE ${condition} ORDER BY r.id LIMIT ${MAX_AT_ONCE}`;

const selectStanding = async (db: Db, condition: Prisma.Sql): Promise<StandingReminder[]> => [
  ...(await selectAssignments(db, condition)),
  ...(await selectCompensations(db, condition)),
];

/** What waits to be told to these people and may be by now. */
export const listWaitingReminders = (
  db: Db,
  userIds: readonly number[],
  now: Date,
): Promise<StandingReminder[]> =>
  selectStanding(
    db,
    Prisma.sql`r.user_id = ANY(${[...userIds]}::int[]) AND r.message_id IS NULL AND r.dropped IS NULL
      AND r.not_before <= ${now}`,
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

/** One message a person, on its way from now on, each telling of the reminders given with it. */
export const insertReminderMessages = async (
  tx: Tx,
  messages: readonly { userId: number; reminderIds: readonly number[] }[],
  now: Date,
): Promise<void> => {
  if (messages.length === 0) return;
  const made = await tx.notificationMessage.createManyAndReturn({
    data: messages.map(({ userId }) => ({ userId, kind: 'reminder', createdAt: now, nextTryAt: now })),
    select: { id: true, userId: true },
  });
  await tx.$executeRaw`
    UPDATE reminders AS r SET message_id = made.id
    FROM unnest(${made.map(({ id }) => id)}::int[], ${made.map(({ userId }) => userId)}::int[]) AS made (id, user_id)
    WHERE r.user_id = made.user_id AND r.id = ANY(${messages.flatMap(({ reminderIds }) => reminderIds)}::int[])`;
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

/** Nothing of these people's is told before. */
export const postponeReminders = async (
  tx: Tx,
  pauses: readonly { userId: number; notBefore: Date }[],
): Promise<void> => {
  if (pauses.length === 0) return;
  await tx.$executeRaw`
    UPDATE reminders AS r SET not_before = pause.not_before
    FROM unnest(
      ${pauses.map(({ userId }) => userId)}::int[], ${pauses.map(({ notBefore }) => notBefore)}::timestamptz[]
    ) AS pause (user_id, not_before)
    WHERE r.user_id = pause.user_id AND r.message_id IS NULL AND r.dropped IS NULL
      AND r.not_before < pause.not_before`;
};

/** What waits for a person is decided anew: his quiet hours may have changed. */
export const lookAtRemindersAgain = async (tx: Tx, userId: number, now: Date): Promise<void> => {
  await tx.reminder.updateMany({
    where: { userId, messageId: null, dropped: null },
    data: { notBefore: now },
  });
};

/** What was sent to a person so far. */
export interface ReminderHistory {
  /** When the last message of reminders was sent, or made. */
  lastAt: Date;
  /** One is on its way: Telegram is slow, or away. */
  isUnsent: boolean;
}

/** The messages of reminders since then, by person; dropped ones do not count. Who had none is left out. */
export const listReminderHistories = async (
  db: Db,
  userIds: readonly number[],
  since: Date,
): Promise<Map<number, ReminderHistory>> => {
  const rows = await db.$queryRaw<(ReminderHistory & { userId: number })[]>`
    SELECT user_id AS "userId", max(coalesce(sent_at, created_at)) AS "lastAt", bool_or(sent_at IS NULL) AS "isUnsent"
    FROM notification_messages
    WHERE user_id = ANY(${[...userIds]}::int[]) AND kind = 'reminder' AND dropped IS NULL
      AND (sent_at IS NULL OR created_at >= ${since})
    GROUP BY user_id`;
  return new Map(rows.map(({ userId, ...history }) => [userId, history]));
};
