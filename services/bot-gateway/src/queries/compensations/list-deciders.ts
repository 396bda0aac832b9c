import { approveLimit, rolesWith } from '@perezvon/access';
import type { CompensationLimits } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { listActivePeople, type StoredPerson } from '../../store/people.js';

interface Proposed {
  proposedById: number;
  /** What the call costs with it, in kopecks. */
  callKopecks: number;
  limits: CompensationLimits;
}

/**
 * Who can approve a proposal now: never its proposer, nobody above his limit. The clinic's people; developers only where
 * there is nobody else.
 */
export const listDeciders = async (
  db: Db,
  { proposedById, callKopecks, limits }: Proposed,
): Promise<StoredPerson[]> => {
  const able = await listActivePeople(db, rolesWith('compensation.approve'));
  const free = able.filter(
    ({ id, role }) => id !== proposedById && callKopecks <= approveLimit(limits, role),
  );
  const clinic = free.filter(({ role }) => role !== 'supreme_dev');
  return clinic.length === 0 ? free : clinic;
};
