import { OPEN_ASSIGNMENT_STATES, type AssignmentKind } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { PERSON_NAME } from '../people/person-name.js';

export interface CallBrief {
  historyId: number;
  callDate: Date;
  operator: string | null;
  /** Who acts on it already; at most one a kind. */
  open: readonly { kind: AssignmentKind; owner: PersonName; dueAt: Date }[];
}

/** What the steps of giving a call say about it; null: there is no such call. */
export const findCallBrief = async (db: Db, historyId: number): Promise<CallBrief | null> => {
  const call = await db.call.findUnique({
    where: { historyId },
    select: {
      callDate: true,
      operator: true,
      assignments: {
        where: { state: { in: [...OPEN_ASSIGNMENT_STATES] } },
        orderBy: { dueAt: 'asc' },
        select: { kind: true, dueAt: true, owner: { select: PERSON_NAME } },
      },
    },
  });
  return call && { historyId, callDate: call.callDate, operator: call.operator, open: call.assignments };
};
