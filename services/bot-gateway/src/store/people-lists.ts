import { OPEN_ASSIGNMENT_STATES, type Role, type UserStatus } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { SHOWN } from '@perezvon/db/calls';
import { daysBefore } from '../domain/durations.js';
import type { PersonName } from '../people/person.js';
import { numberedPage, type NumberedPage } from '../queries/page.js';
import type { PeopleFilter } from '../screens/places/people.js';

/** One page of a list of people. */
const PAGE_SIZE = 10;
/** Requests on one screen; the rest come up when these are decided. */
const MAX_REQUESTS = 10;

/** A person in a list. */
export interface PersonRow extends PersonName {
  id: number;
  role: Role | null;
  status: UserStatus;
}

/** A person's card. */
export interface PersonCard extends PersonRow {
  username: string | null;
  operatorCode: string | null;
  createdAt: Date;
  /** Assignments that wait for him. */
  openWork: number;
}

const ROW = { id: true, firstName: true, lastName: true, role: true, status: true } as const;

const whereFilter = (filter: PeopleFilter) =>
  filter === 'blocked' ? { status: 'blocked' as const } : { status: 'active' as const, role: filter };

/** People who ask for access, the first one first, and how many there are in all. */
export const listRequests = async (db: Db): Promise<{ rows: PersonRow[]; total: number }> => {
  const where = { status: 'requested' as const };
  const rows = await db.user.findMany({
    where,
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: MAX_REQUESTS,
    select: ROW,
  });
  return { rows, total: rows.length < MAX_REQUESTS ? rows.length : await db.user.count({ where }) };
};

/** How many people there are in each filter; those with none are left out. */
export const countPeople = async (db: Db): Promise<Partial<Record<PeopleFilter, number>>> => {
  const groups = await db.user.groupBy({
    by: ['status', 'role'],
    where: { status: { in: ['active', 'blocked'] } },
    _count: true,
  });
  const counts: Partial<Record<PeopleFilter, number>> = {};
  for (const { status, role, _count: count } of groups) {
    const filter = status === 'blocked' ? 'blocked' : role;
    if (filter !== null) counts[filter] = (counts[filter] ?? 0) + count;
  }
  return counts;
};

/** One page of people by name. */
export const listPeople = async (
  db: Db,
  filter: PeopleFilter,
  page: number,
): Promise<NumberedPage<PersonRow>> => {
  const rows = await db.user.findMany({
    where: whereFilter(filter),
    orderBy: [{ firstName: 'asc' }, { id: 'asc' }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE + 1,
    select: ROW,
  });
  return numberedPage(rows, { page, size: PAGE_SIZE });
};

/** People who may have acted, by name, page by page. */
export const listPossibleActors = async (db: Db, page: number): Promise<NumberedPage<PersonRow>> => {
  const rows = await db.user.findMany({
    where: { role: { not: null } },
    orderBy: [{ firstName: 'asc' }, { id: 'asc' }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE + 1,
    select: ROW,
  });
  return numberedPage(rows, { page, size: PAGE_SIZE });
};

/** Everything about one person that somebody who decides may see; null: no such person. */
export const findPersonCard = async (db: Db, id: number): Promise<PersonCard | null> => {
  const row = await db.user.findUnique({
    where: { id },
    select: {
      ...ROW,
      username: true,
      operatorCode: true,
      createdAt: true,
      _count: { select: { owned: { where: { state: { in: [...OPEN_ASSIGNMENT_STATES] } } } } },
    },
  });
  if (row === null) return null;
  const { _count: count, ...person } = row;
  return { ...person, openWork: count.owned };
};

/** Names of people by id; ids that nobody has are left out. */
export const findNames = async (db: Db, ids: readonly number[]): Promise<Map<number, PersonName>> => {
  const rows = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: ROW });
  return new Map(rows.map((row) => [row.id, row]));
};

/** Operators who have left the clinic are not offered. */
const RECENT_DAYS = 90;
/** Codes are short and names are not: one a row, as many as a phone shows without scrolling. */
const CODES_PAGE_SIZE = 8;

/** An operator of the calls whom no person is tied to. */
interface FreeOperator {
  code: string;
  /** His calls of the last `RECENT_DAYS` days. */
  calls: number;
}

/** One page of the operators of recent calls that no person with access is tied to, by code. */
export const listFreeOperators = async (
  db: Db,
  { now, page }: { now: Date; page: number },
): Promise<NumberedPage<FreeOperator>> => {
  const since = daysBefore(now, RECENT_DAYS);
  const rows = await db.$queryRaw<FreeOperator[]>`
    SELECT operator AS code, sum(calls)::int AS calls FROM daily_rollups
    WHERE day >= ${since}::date AND lm_version_tag = ${SHOWN} AND operator <> ''
      AND operator NOT IN (SELECT operator_code FROM users WHERE operator_code IS NOT NULL AND status = 'active')
    GROUP BY operator ORDER BY operator OFFSET ${page * CODES_PAGE_SIZE} LIMIT ${CODES_PAGE_SIZE + 1}`;
  return numberedPage(rows, { page, size: CODES_PAGE_SIZE });
};
