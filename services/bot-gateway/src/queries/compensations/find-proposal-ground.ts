import { proposeLimit } from '@perezvon/access';
import { OPEN_ASSIGNMENT_STATES, type CompensationLimits } from '@perezvon/contracts';
import { findCompensationLimits, sumApprovedCompensations, type Db } from '@perezvon/db';
import type { Person } from '../../people/person.js';

/** What a person has to know before he proposes a compensation for a call. */
export interface ProposalGround {
  historyId: number;
  callDate: Date;
  /** The compensation of this call that waits for a decision or for its payment: no other is proposed meanwhile. null: none. */
  inTheWay: { id: number; isDecided: boolean } | null;
  /** Approved for this call before, in kopecks. */
  approvedKopecks: number;
  /** Up to how much this person may make the call's compensations come to, in kopecks. */
  limitKopecks: number;
  limits: CompensationLimits;
}

/** null: there is no such call. */
export const findProposalGround = async (
  db: Db,
  historyId: number,
  { role }: Pick<Person, 'role'>,
): Promise<ProposalGround | null> => {
  const call = await db.call.findUnique({ where: { historyId }, select: { callDate: true } });
  if (call === null) return null;
  const inTheWay = await db.compensation.findFirst({
    where: {
      historyId,
      OR: [
        { state: 'proposed' },
        { state: 'approved', assignment: { state: { in: [...OPEN_ASSIGNMENT_STATES] } } },
      ],
    },
    orderBy: { id: 'desc' },
    select: { id: true, state: true },
  });
  const limits = await findCompensationLimits(db);
  return {
    historyId,
    callDate: call.callDate,
    inTheWay: inTheWay && { id: inTheWay.id, isDecided: inTheWay.state !== 'proposed' },
    approvedKopecks: await sumApprovedCompensations(db, historyId),
    limitKopecks: proposeLimit(limits, role),
    limits,
  };
};
