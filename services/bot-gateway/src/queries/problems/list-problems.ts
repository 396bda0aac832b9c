import type { ProblemState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { numberedPage, type NumberedPage } from '../page.js';

/** One page of reports. */
const PAGE_SIZE = 8;

/** A report in a list. */
interface ProblemRow {
  id: number;
  kind: 'problem' | 'ticket';
  state: ProblemState;
  updatedAt: Date;
}

export type ProblemPage = NumberedPage<ProblemRow>;

interface ListProblems {
  /** Only this person's; null: everybody's. */
  authorId: number | null;
  /** Only those in this state; null: in any. */
  state: ProblemState | null;
  page: number;
}

/** One page of reports, the latest first; its cost does not grow with their number but with the page's. */
export const listProblems = async (db: Db, { authorId, state, page }: ListProblems): Promise<ProblemPage> => {
  const rows = await db.problemReport.findMany({
    where: { ...(authorId !== null && { authorId }), ...(state !== null && { state }) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE + 1,
    select: { id: true, kind: true, state: true, updatedAt: true },
  });
  return numberedPage(rows, { page, size: PAGE_SIZE });
};

/** How many reports wait for the developers. */
export const countWaitingProblems = (db: Db): Promise<number> =>
  db.problemReport.count({ where: { state: 'waiting' } });
