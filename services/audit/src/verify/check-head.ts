import type { Db } from '@perezvon/db';
import { isSameHash, type Break, type Head } from '../domain/chain.js';
import { findHash } from '../store/log.js';

/** Whether the log still holds a head that was kept outside it. @returns null when it does */
export const checkHead = async (db: Db, kept: Head): Promise<Break | null> => {
  const hash = await findHash(db, kept.seq);
  if (hash === null) return { seq: kept.seq, problem: 'log ends before the head kept outside it' };
  return isSameHash(hash, kept.hash)
    ? null
    : { seq: kept.seq, problem: 'log was rewritten: the head kept outside it is another' };
};
