import { may } from '@perezvon/access';
import type { Db } from '@perezvon/db';

/** Whether a person is active and may hold assignments. */
export const canHoldWork = async (db: Db, userId: number): Promise<boolean> => {
  const user = await db.user.findUnique({ where: { id: userId }, select: { role: true, status: true } });
  return user !== null && user.status === 'active' && may(user.role, 'work.own');
};
