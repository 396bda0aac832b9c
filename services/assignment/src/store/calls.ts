import type { Tx } from '@perezvon/db';

/**
 * Locks a call until the transaction ends: what opens an assignment for it happens one after the other.
 * @returns false when there is no such call
 */
export const lockCall = async (tx: Tx, historyId: number): Promise<boolean> =>
  (await tx.$executeRaw`SELECT 1 FROM calls WHERE history_id = ${historyId} FOR NO KEY UPDATE`) > 0;

/** Whether the call is known. */
export const hasCall = async (tx: Tx, historyId: number): Promise<boolean> =>
  (await tx.call.findUnique({ where: { historyId }, select: { historyId: true } })) !== null;

/** Notes that a person has heard the call. @returns false when that was noted before */
export const markListened = async (
  tx: Tx,
  { historyId, userId, now }: { historyId: number; userId: number; now: Date },
): Promise<boolean> => {
  const { count } = await tx.callMark.createMany({
    data: [{ historyId, kind: 'listened', userId, createdAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
};
