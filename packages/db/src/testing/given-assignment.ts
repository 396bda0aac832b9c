import type { DbClient, Prisma } from '../index.js';
import { givenCall, type Clinic } from './given.js';

/**
 * Stores an assignment that nobody has taken up: the operator's callback, given by the admin, unless the overrides say
 * otherwise.
 * @returns its id, and that of the call that was stored for it
 */
export const givenAssignment = async (
  db: DbClient,
  { operator, admin }: Pick<Clinic, 'operator' | 'admin'>,
  overrides: Partial<Prisma.AssignmentUncheckedCreateInput> & { dueAt: Date | string },
): Promise<{ id: number; historyId: number }> => {
  const { historyId } = await givenCall(db);
  const { id } = await db.assignment.create({
    data: { historyId, kind: 'callback', ownerId: operator.id, givenById: admin.id, ...overrides },
  });
  return { id, historyId };
};
