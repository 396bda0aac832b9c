import type { ReminderLevel } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';

/** Something that one person has to know of. */
interface NewReminder {
  assignmentId: number;
  userId: number;
  level: ReminderLevel;
  /** The deadline that it is about. */
  dueAt: Date;
  /** Since when the assignment's owner has it: to another holder, or again to this one, all is told anew. */
  heldSince: Date;
  /** Told before its time, because whoever comes before this person cannot be told. */
  isPassedOn: boolean;
  /** Not told before. */
  notBefore: Date;
}

/**
 * Stores what has to be told; each person is told each level of a deadline once while one owner has it. One that was never told because it
 * did not concern him then waits anew: it does now.
 */
export const insertReminders = async (tx: Tx, rows: readonly NewReminder[], now: Date): Promise<void> => {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO reminders (assignment_id, user_id, level, due_at, held_since, is_passed_on, not_before, created_at)
    SELECT assignment_id, user_id, level::"ReminderLevel", due_at, held_since, is_passed_on, not_before,
      ${now}::timestamptz
    FROM unnest(
      ${rows.map(({ assignmentId }) => assignmentId)}::int[], ${rows.map(({ userId }) => userId)}::int[],
      ${rows.map(({ level }) => level)}::text[], ${rows.map(({ dueAt }) => dueAt)}::timestamptz[],
      ${rows.map(({ heldSince }) => heldSince)}::timestamptz[],
      ${rows.map(({ isPassedOn }) => isPassedOn)}::boolean[],
      ${rows.map(({ notBefore }) => notBefore)}::timestamptz[]
    ) AS told (assignment_id, user_id, level, due_at, held_since, is_passed_on, not_before)
    ON CONFLICT (assignment_id, level, due_at, held_since, user_id) DO UPDATE SET
      is_passed_on = EXCLUDED.is_passed_on, not_before = EXCLUDED.not_before, created_at = EXCLUDED.created_at, message_id = NULL, dropped = NULL
    WHERE reminders.dropped IN ('handled', 'moved', 'not_allowed')`;
};

interface Given {
  assignmentIds: readonly number[];
  /** Their owner. */
  userId: number;
  dueAt: Date;
  now: Date;
}

/** Assignments that were given to one person together, now: he is told of all of them in one message. */
export const insertGivenReminders = (tx: Tx, { assignmentIds, userId, dueAt, now }: Given): Promise<void> =>
  insertReminders(
    tx,
    assignmentIds.map((assignmentId) => ({
      assignmentId,
      userId,
      level: 'given',
      dueAt,
      heldSince: now,
      isPassedOn: false,
      notBefore: now,
    })),
    now,
  );
