import { rolesWith } from '@perezvon/access';
import { OPEN_ASSIGNMENT_STATES, type AssignmentKind } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { listChainCalls } from '@perezvon/db/calls';
import { rankOwners, suggestOwner, type OwnerFacts, type OwnerReason } from '../../domain/suggest-owner.js';
import type { PersonName } from '../../people/person.js';
import { pageOfAll, type NumberedPage } from '../page.js';

export interface AssignablePerson extends PersonName, OwnerFacts {
  id: number;
}

/** One page of the people, and who of all of them is suggested; null: nobody stands out. */
export interface AssignablePeople extends NumberedPage<AssignablePerson> {
  suggested: { id: number; name: PersonName; reasons: readonly OwnerReason[] } | null;
}

interface AssignableQuery {
  /** null: it is about no call, or about many. */
  historyId: number | null;
  kind: AssignmentKind;
  /** Somebody who has it already; null: nobody. */
  exceptId?: number | null;
  /** When the clinic's day began: who has taken a call since then is at work. */
  today: Date;
  /** From 0. */
  page: number;
  /** People of a page. */
  size: number;
}

/** Of a client who talked more often within a month the latest calls say who knows him. */
const MAX_TALKS = 20;

/** Who took the call, and who has talked to its client within a month; operators' codes. */
const talkersOf = async (
  db: Db,
  historyId: number | null,
): Promise<{ took: string | null; known: ReadonlySet<string> }> => {
  if (historyId === null) return { took: null, known: new Set() };
  const [call, others] = await Promise.all([
    db.call.findUnique({ where: { historyId }, select: { operator: true } }),
    listChainCalls(db, historyId, MAX_TALKS),
  ]);
  const talks = others.filter(({ talkDuration }) => talkDuration !== null && talkDuration > 0);
  const known = [call, ...talks].flatMap((one) => one?.operator ?? []);
  return { took: call?.operator ?? null, known: new Set(known) };
};

/** Which of these operators have taken a call since then: one look at the index for each, however many calls there are. */
const atWorkSince = async (db: Db, codes: readonly string[], since: Date): Promise<ReadonlySet<string>> => {
  const rows = await db.$queryRaw<{ code: string }[]>`
    SELECT code FROM unnest(${codes}::text[]) AS code
    WHERE EXISTS (SELECT 1 FROM calls WHERE operator = code AND call_date >= ${since})`;
  return new Set(rows.map(({ code }) => code));
};

const listPeople = (db: Db, exceptId: number | null) =>
  db.user.findMany({
    where: {
      status: 'active',
      role: { in: rolesWith('work.own') },
      ...(exceptId !== null && { id: { not: exceptId } }),
    },
    orderBy: [{ firstName: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      firstName: true,
      lastName: true,
      operatorCode: true,
      _count: { select: { owned: { where: { state: { in: [...OPEN_ASSIGNMENT_STATES] } } } } },
    },
  });

/**
 * Active people who may hold assignments, the best for this one first (`rankOwners`). Pages are numbered: a clinic has
 * tens of people, and the list has to be sorted by counts anyway.
 */
export const listAssignablePeople = async (
  db: Db,
  { historyId, kind, exceptId = null, today, page, size }: AssignableQuery,
): Promise<AssignablePeople> => {
  const [users, { took, known }] = await Promise.all([listPeople(db, exceptId), talkersOf(db, historyId)]);
  const codes = users.flatMap(({ operatorCode }) => (operatorCode === null ? [] : [operatorCode]));
  const atWork = await atWorkSince(db, codes, today);
  const people = users.map(({ _count, operatorCode, ...user }) => ({
    ...user,
    openCount: _count.owned,
    tookTheCall: operatorCode !== null && operatorCode === took,
    knowsTheClient: operatorCode !== null && known.has(operatorCode),
    isAtWork: operatorCode !== null && atWork.has(operatorCode),
  }));
  const ranked = rankOwners(people, kind);
  const best = suggestOwner(ranked, kind);
  return {
    ...pageOfAll(ranked, { page, size }),
    suggested: best && { id: best.person.id, name: best.person, reasons: best.reasons },
  };
};
