import { rolesWith } from '@perezvon/access';
import { OPEN_ASSIGNMENT_STATES, type AssignmentKind } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { pageOfAll, type NumberedPage } from '../page.js';

export interface AssignablePerson extends PersonName {
  id: number;
  /** Assignments that wait for this person now. */
  openCount: number;
  /** He took the call in question. */
  tookTheCall: boolean;
}

interface AssignableQuery {
  historyId: number;
  /** A review or a training is for who took the call: he comes first. */
  kind: AssignmentKind;
  /** From 0. */
  page: number;
  /** People of a page. */
  size: number;
}

/**
 * Active people who may hold assignments, the least loaded first. Pages are numbered: a clinic has tens of people,
 * and the list has to be sorted by a count anyway.
 */
export const listAssignablePeople = async (
  db: Db,
  { historyId, kind, page, size }: AssignableQuery,
): Promise<NumberedPage<AssignablePerson>> => {
  const call = await db.call.findUnique({ where: { historyId }, select: { operator: true } });
  const users = await db.user.findMany({
    where: { status: 'active', role: { in: rolesWith('work.own') } },
    orderBy: [{ firstName: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      firstName: true,
      lastName: true,
      operatorCode: true,
      _count: { select: { owned: { where: { state: { in: [...OPEN_ASSIGNMENT_STATES] } } } } },
    },
  });
  const people = users
    .map(({ _count, operatorCode, ...user }) => ({
      ...user,
      openCount: _count.owned,
      tookTheCall: operatorCode !== null && operatorCode === call?.operator,
    }))
    .toSorted((a, b) =>
      kind !== 'callback' && a.tookTheCall !== b.tookTheCall
        ? Number(b.tookTheCall) - Number(a.tookTheCall)
        : a.openCount - b.openCount,
    );
  return pageOfAll(people, { page, size });
};
