import type { Tx } from '@perezvon/db';

/** Nothing is sent to this person until he writes again. A person who is not known, or is marked already, stays as he is. */
export const markUnreachable = async (tx: Tx, telegramId: bigint, now: Date): Promise<boolean> => {
  const { count } = await tx.user.updateMany({
    where: { telegramId, unreachableSince: null },
    data: { unreachableSince: now },
  });
  return count > 0;
};

/** He can be reached again. @returns false when he could be all the time */
export const markReachable = async (tx: Tx, telegramId: bigint): Promise<boolean> => {
  const { count } = await tx.user.updateMany({
    where: { telegramId, unreachableSince: { not: null } },
    data: { unreachableSince: null },
  });
  return count > 0;
};
