import type { Tx } from '@perezvon/db';

interface Given {
  assignmentIds: readonly number[];
  userId: number;
  dueAt: Date;
  now: Date;
}

/** New work of one person, to be told of in one message. */
export const insertGivenReminders = async (
  tx: Tx,
  { assignmentIds, userId, dueAt, now }: Given,
): Promise<void> => {
  await tx.reminder.createMany({
    data: assignmentIds.map((assignmentId) => ({
      assignmentId,
      userId,
      level: 'given' as const,
      dueAt,
      createdAt: now,
      notBefore: now,
    })),
  });
};
