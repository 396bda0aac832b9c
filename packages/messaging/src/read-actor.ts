import type { Db } from '@perezvon/db';
import type { Actor } from './handlers.js';

/** The person behind a message as he stands now; null when there is none with this id. */
export const readActor = async (db: Db, actorId: number): Promise<(Actor & { active: boolean }) | null> => {
  const user = await db.user.findUnique({
    where: { id: actorId },
    select: { id: true, role: true, status: true },
  });
  return user && { id: user.id, role: user.role, active: user.status === 'active' };
};
