import { OPEN_ASSIGNMENT_STATES, type AssignmentKind, type Subject } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';

/** Work about a call that somebody has. */
export interface TakenWork {
  kind: AssignmentKind;
  owner: PersonName;
  givenBy: PersonName;
  dueAt: Date;
}

const PERSON = { select: { firstName: true, lastName: true } } as const;

const callOf = async (db: Db, { kind, id, historyId }: Subject): Promise<bigint | null> => {
  if (historyId !== undefined) return BigInt(historyId);
  if (kind !== 'assignment') return null;
  const row = await db.assignment.findUnique({ where: { id: Number(id) }, select: { historyId: true } });
  return row?.historyId ?? null;
};

/** Who has work about the call of a subject, what was given last first: whoever was quicker stands at the top. */
export const listOpenOfCall = async (db: Db, subject: Subject): Promise<TakenWork[]> => {
  const historyId = await callOf(db, subject);
  if (historyId === null) return [];
  return db.assignment.findMany({
    where: { historyId, state: { in: [...OPEN_ASSIGNMENT_STATES] } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { kind: true, dueAt: true, owner: PERSON, givenBy: PERSON },
  });
};
