import { OPEN_ASSIGNMENT_STATES } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { PERSON_NAME } from '../people/person-name.js';

/** Who has each of these calls: the open assignment with the earliest deadline. A call that nobody has is not in it. */
export const findCallOwners = async (
  db: Db,
  historyIds: readonly number[],
): Promise<Map<number, PersonName>> => {
  const open = await db.assignment.findMany({
    where: { historyId: { in: [...historyIds] }, state: { in: [...OPEN_ASSIGNMENT_STATES] } },
    orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
    select: { historyId: true, owner: { select: PERSON_NAME } },
  });
  // The last write wins: the earliest deadline comes last.
  return new Map(open.map(({ historyId, owner }) => [Number(historyId), owner]));
};
