import { JudgedMetric, type DisputeState } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { pageOf, type Direction, type Page } from '../page.js';
import { PERSON_NAME } from '../people/person-name.js';

/** `open`, `decided`: everybody's, for those who decide. `mine`: those I opened. `operator`: those of one operator's calls. */
export const DISPUTE_VIEWS = ['open', 'decided', 'mine', 'operator'] as const;
export type DisputeView = (typeof DISPUTE_VIEWS)[number];

export interface ListedDispute {
  id: number;
  historyId: number;
  callDate: Date;
  metric: JudgedMetric;
  state: DisputeState;
  openedAt: Date;
  openedBy: PersonName;
  /** Its own id: the newest first. */
  cursor: number;
}

/** Whose disputes of which kind; `code`: the operator's, for his view. */
export type DisputeFilter =
  | { view: 'open' }
  | { view: 'decided' }
  | { view: 'mine'; userId: number }
  | { view: 'operator'; code: string };

const whereOf = (filter: DisputeFilter): Prisma.ScoreDisputeWhereInput => {
  if (filter.view === 'open') return { state: 'open' };
  if (filter.view === 'decided') return { state: { not: 'open' } };
  return filter.view === 'mine' ? { openedById: filter.userId } : { call: { operator: filter.code } };
};

interface ListDisputes {
  filter: DisputeFilter;
  from: { cursor: number; direction: Direction } | null;
  limit: number;
}

/** What waits is read in the order it came, what is over from its end. */
const isOldestFirst = ({ view }: DisputeFilter): boolean => view === 'open';

/** One page of disputes. The cost follows what people dispute by hand, not the calls. */
export const listDisputes = async (
  db: Db,
  { filter, from, limit }: ListDisputes,
): Promise<Page<ListedDispute>> => {
  const isAscending = isOldestFirst(filter) === (from?.direction !== 'back');
  const read = await db.scoreDispute.findMany({
    where: {
      AND: [whereOf(filter), from ? { id: isAscending ? { gt: from.cursor } : { lt: from.cursor } } : {}],
    },
    orderBy: { id: isAscending ? 'asc' : 'desc' },
    take: limit + 1,
    select: {
      id: true,
      historyId: true,
      metric: true,
      state: true,
      openedAt: true,
      openedBy: { select: PERSON_NAME },
      call: { select: { callDate: true } },
    },
  });
  const { rows, ...neighbours } = pageOf(read, { from, limit });
  return {
    ...neighbours,
    rows: rows.map(({ call, ...row }) => ({
      ...row,
      historyId: Number(row.historyId),
      metric: JudgedMetric.parse(row.metric),
      callDate: call.callDate,
      cursor: row.id,
    })),
  };
};

/** How many there are. */
export const countDisputes = (db: Db, filter: DisputeFilter): Promise<number> =>
  db.scoreDispute.count({ where: whereOf(filter) });
