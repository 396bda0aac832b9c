import { decidersAmong, rolesWith } from '@perezvon/access';
import type { CompensationLimits } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { listActivePeople, type StoredPerson } from '../../store/people.js';

interface Proposed {
  proposedById: number;
  /** What the call costs with it, in kopecks. */
  callKopecks: number;
  limits: CompensationLimits;
}

/** Who can approve a proposal now. */
export const listDeciders = async (db: Db, { limits, ...proposal }: Proposed): Promise<StoredPerson[]> =>
  decidersAmong(await listActivePeople(db, rolesWith('compensation.approve')), proposal, limits);
