import { PROMISE_SUGGESTED_DAYS } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { DAY_MS } from '../../domain/durations.js';
import type { PersonName } from '../../people/person.js';
import { numberedPage, type NumberedPage } from '../page.js';
import { findOperatorNames } from '../people/operator-names.js';

export interface WaitingPromise {
  historyId: number;
  dueAt: Date;
  /** false: until the end of the clinic's day. */
  isTimeSaid: boolean;
  /** The code of who promised; null: the call does not say. */
  operator: string | null;
  /** null: nobody with access has this code. */
  name: PersonName | null;
}

/** What somebody still has to decide: nobody called, nobody was given it, and it is no old story. */
const waitingAt = (now: Date): Prisma.CallPromiseWhereInput => ({
  state: { in: ['open', 'broken', 'unverifiable'] },
  keptByCall: null,
  assignmentId: null,
  dismissedAt: null,
  dueAt: { gt: new Date(now.getTime() - PROMISE_SUGGESTED_DAYS * DAY_MS) },
});

/** How many wait. */
export const countWaitingPromises = (db: Db, now: Date): Promise<number> =>
  db.callPromise.count({ where: waitingAt(now) });

/** One page of those that wait, by their time: the broken ones stand first. The cost follows some days of promises. */
export const listWaitingPromises = async (
  db: Db,
  { now, page, size }: { now: Date; page: number; size: number },
): Promise<NumberedPage<WaitingPromise>> => {
  const read = await db.callPromise.findMany({
    where: waitingAt(now),
    orderBy: [{ dueAt: 'asc' }, { historyId: 'asc' }],
    skip: page * size,
    take: size + 1,
    select: { historyId: true, dueAt: true, isTimeSaid: true, operator: true },
  });
  const names = await findOperatorNames(
    db,
    read.flatMap(({ operator }) => (operator === null ? [] : [operator])),
  );
  return numberedPage(
    read.map((row) => ({
      ...row,
      historyId: Number(row.historyId),
      name: row.operator === null ? null : (names.get(row.operator) ?? null),
    })),
    { page, size },
  );
};
