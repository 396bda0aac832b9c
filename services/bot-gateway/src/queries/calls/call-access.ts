import { may } from '@perezvon/access';
import type { Role } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

interface Reader {
  id: number;
  role: Role | null;
  operatorCode: string | null;
}

/**
 * Whether a person may read this call: who may view calls reads every one; an operator reads the calls he took
 * and those he holds or held an assignment for. False also for a call that does not exist.
 */
export const mayReadCall = async (
  db: Db,
  { id, role, operatorCode }: Reader,
  historyId: number,
): Promise<boolean> => {
  if (!may(role, 'calls.view') && !may(role, 'work.own')) return false;
  const own = [
    ...(operatorCode === null ? [] : [{ operator: operatorCode }]),
    { assignments: { some: { ownerId: id } } },
  ];
  const call = await db.call.findFirst({
    where: { historyId, ...(may(role, 'calls.view') ? {} : { OR: own }) },
    select: { historyId: true },
  });
  return call !== null;
};
