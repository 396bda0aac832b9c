import { withTransaction } from '@perezvon/db';
import type { ProcessingDeps } from '@perezvon/messaging';
import { expireFiles } from './store.js';

/** Deletes the files whose time is over. Safe side by side. @returns how many */
export const expireExports = async ({ db, now, log }: ProcessingDeps): Promise<number> => {
  const expired = await withTransaction(db, (tx) => expireFiles(tx, now()));
  if (expired > 0) log.info({ exports: expired }, 'files of exports deleted: their time is over');
  return expired;
};
