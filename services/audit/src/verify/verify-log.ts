import type { Db } from '@perezvon/db';
import { followOn, GENESIS, type Break, type Head } from '../domain/chain.js';
import { listRowsAfter } from '../store/log.js';
import { checkHead } from './check-head.js';

/** Entries read at a time. */
const PAGE = 1_000;

export interface Verification {
  /** The last row that is sound. */
  head: Head;
  /** The first thing that is wrong; null: nothing is. */
  broken: Break | null;
}

/** What came of one page: `isEnd` when there is nothing behind it to look at. */
export interface PageVerification extends Verification {
  isEnd: boolean;
}

/** Recomputes the chain over the page behind `after`, a sound entry; at the log's end nothing is read. */
export const verifyPage = async (db: Db, after: Head): Promise<PageVerification> => {
  let head = after;
  const rows = await listRowsAfter(db, { seq: after.seq, limit: PAGE });
  for (const row of rows) {
    const step = followOn(head, row);
    if (step.kind === 'broken') return { head, broken: step.at, isEnd: true };
    head = step.head;
  }
  return { head, broken: null, isEnd: rows.length < PAGE };
};

/**
 * Recomputes the whole chain, a page at a time, and compares it with a head kept outside the database. Entries
 * that are appended meanwhile are checked too.
 * @param kept null when there is none: a tail that was cut off then goes unnoticed
 */
export const verifyLog = async (
  db: Db,
  { kept, onProgress }: { kept: Head | null; onProgress: (checked: bigint) => void },
): Promise<Verification> => {
  let head = GENESIS;
  for (;;) {
    const page = await verifyPage(db, head);
    ({ head } = page);
    if (page.broken) return { head, broken: page.broken };
    onProgress(head.seq);
    if (page.isEnd) return { head, broken: kept && (await checkHead(db, kept)) };
  }
};
