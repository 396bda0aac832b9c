import type { AssignmentState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { PERSON_NAME } from '../people/person-name.js';

/** Who acts on a call, or has finished with it. */
export interface CallOwner extends PersonName {
  /** How what he was given stands. */
  state: AssignmentState;
}

/**
 * Who has each of these calls: the open assignment with the earliest deadline, else the one that was finished last. A
 * call that was never given to anybody is not in it.
 */
export const findCallOwners = async (
  db: Db,
  historyIds: readonly number[],
): Promise<Map<number, CallOwner>> => {
  const given = await db.assignment.findMany({
    where: { historyId: { in: [...historyIds] } },
    orderBy: [{ closedAt: { sort: 'asc', nulls: 'last' } }, { dueAt: 'desc' }, { id: 'desc' }],
    select: { historyId: true, state: true, owner: { select: PERSON_NAME } },
  });
  // The last write wins: what is open comes last, and of it the earliest deadline.
  return new Map(given.map(({ historyId, state, owner }) => [Number(historyId), { ...owner, state }]));
};
