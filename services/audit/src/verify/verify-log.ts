import type { Db } from '@perezvon/db';
import { followOn, GENESIS, type Break, type Head } from '../domain/chain.js';
import { listRowsAfter } from '../store/log.js';
import { checkHead } from './check-head.js';

const PAGE = 1_000;

export interface Verification {
  /** The last row that is sound. */
  head: Head;
  /** The first thing that is wrong; null: nothing is. */
  broken: Break | null;
}

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
    const rows = await listRowsAfter(db, { seq: head.seq, limit: PAGE });
    for (const row of rows) {
      const step = followOn(head, row);
      if (step.kind === 'broken') return { head, broken: step.at };
      head = step.head;
    }
    onProgress(head.seq);
    if (rows.length < PAGE) break;
  }
  return { head, broken: kept && (await checkHead(db, kept)) };
};
