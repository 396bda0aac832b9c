import {
  compensationStanding,
  OPEN_ASSIGNMENT_STATES,
  type CompensationReason,
  type CompensationStanding,
} from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { pageOf, type Direction, type Page } from '../page.js';
import { PERSON_NAME } from '../people/person-name.js';

/** `waiting`: for a decision. `unpaid`: approved. `closed`: refused, withdrawn, or dropped before it was paid. */
export const COMPENSATION_VIEWS = ['waiting', 'unpaid', 'paid', 'closed'] as const;
export type CompensationView = (typeof COMPENSATION_VIEWS)[number];

export interface ListedCompensation {
  id: number;
  historyId: number;
  amountKopecks: number;
  reason: CompensationReason;
  standing: CompensationStanding;
  proposedById: number;
  proposedBy: PersonName;
  proposedAt: Date;
  /** Its own id. */
  cursor: number;
}

const WHERE: Readonly<Record<CompensationView, Prisma.CompensationWhereInput>> = {
  waiting: { state: 'proposed' },
  unpaid: {
    state: 'approved',
    OR: [{ assignment: null }, { assignment: { state: { in: [...OPEN_ASSIGNMENT_STATES, 'failed'] } } }],
  },
  paid: { state: 'approved', assignment: { state: 'done' } },
  closed: {
    OR: [
      { state: { in: ['refused', 'withdrawn'] } },
      { state: 'approved', assignment: { state: 'cancelled' } },
    ],
  },
};

/** What waits for somebody is read in the order it came, what is over from its end. */
const isOldestFirst = (view: CompensationView): boolean => view === 'waiting' || view === 'unpaid';

interface ListCompensations {
  view: CompensationView;
  from: { cursor: number; direction: Direction } | null;
  limit: number;
}

/** One page of compensations. The cost follows what people decide by hand, not the calls. */
export const listCompensations = async (
  db: Db,
  { view, from, limit }: ListCompensations,
): Promise<Page<ListedCompensation>> => {
  const isAscending = isOldestFirst(view) === (from?.direction !== 'back');
  const read = await db.compensation.findMany({
    where: {
      AND: [WHERE[view], from ? { id: isAscending ? { gt: from.cursor } : { lt: from.cursor } } : {}],
    },
    orderBy: { id: isAscending ? 'asc' : 'desc' },
    take: limit + 1,
    select: {
      id: true,
      historyId: true,
      amountKopecks: true,
      reason: true,
      state: true,
      proposedById: true,
      proposedAt: true,
      proposedBy: { select: PERSON_NAME },
      assignment: { select: { state: true } },
    },
  });
  const { rows, ...neighbours } = pageOf(read, { from, limit });
  return {
    ...neighbours,
    rows: rows.map(({ state, assignment, ...row }) => ({
      ...row,
      historyId: Number(row.historyId),
      standing: compensationStanding(state, assignment?.state ?? null),
      cursor: row.id,
    })),
  };
};

/** How many each view holds. */
export const countCompensations = async (db: Db): Promise<Record<CompensationView, number>> => {
  const [waiting, unpaid, paid, closed] = await Promise.all(
    COMPENSATION_VIEWS.map((view) => db.compensation.count({ where: WHERE[view] })),
  );
  return { waiting: waiting ?? 0, unpaid: unpaid ?? 0, paid: paid ?? 0, closed: closed ?? 0 };
};

/** How many proposals wait for somebody other than their proposer: what this person may be asked to decide. */
export const countToDecide = (db: Db, personId: number): Promise<number> =>
  db.compensation.count({ where: { state: 'proposed', proposedById: { not: personId } } });
