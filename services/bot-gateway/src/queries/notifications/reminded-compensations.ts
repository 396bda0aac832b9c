import type { CompensationState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { PERSON_NAME } from '../people/person-name.js';

/** A compensation that a message asked its person to decide, as it stands now. */
export interface RemindedCompensation {
  id: number;
  amountKopecks: number;
  state: CompensationState;
  /** Since when it waits. */
  proposedAt: Date;
  proposedBy: PersonName;
}

/** All that a message asked to decide, the longest waiting first; what is decided by now stands last. */
export const listRemindedCompensations = async (
  db: Db,
  messageId: number,
): Promise<RemindedCompensation[]> => {
  const rows = await db.compensation.findMany({
    where: { reminders: { some: { messageId, dropped: null } } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      amountKopecks: true,
      state: true,
      proposedAt: true,
      proposedBy: { select: PERSON_NAME },
    },
  });
  const isDecided = ({ state }: RemindedCompensation): number => Number(state !== 'proposed');
  return rows.toSorted((one, other) => isDecided(one) - isDecided(other));
};
