import type { MessagingDeps } from '@perezvon/messaging';
import { GENESIS, type Break, type Head } from '../domain/chain.js';
import { readHeadFile, writeHeadFile } from '../store/head-file.js';
import { findHead } from '../store/log.js';
import { checkHead } from '../verify/check-head.js';

/** Where logs are collected, a head stands in them at least this often: a second place outside the database. */
const LOG_HEAD_EVERY = 100n;

const asFields = ({ seq, hash }: Head) => ({ seq: String(seq), hash: Buffer.from(hash).toString('hex') });

/**
 * Makes the task that keeps the log's head in PEREZVON_HOME, so that a tail cut off or a log rewritten is noticed.
 * A head that the log no longer holds is never replaced: that is for a person to look into. Safe side by side:
 * a head that was written a moment too late is a true one too, only an older.
 */
export const createHeadKeeper = ({ db, log }: Pick<MessagingDeps, 'db' | 'log'>, home: string) => {
  let lastLogged: bigint | null = null;
  let lastAlarm: Break['problem'] | null = null;

  const alarm = (broken: Break): void => {
    if (lastAlarm !== broken.problem)
      log.error({ seq: String(broken.seq), problem: broken.problem }, 'audit log is not what was written');
    lastAlarm = broken.problem;
  };

  return async (): Promise<void> => {
    const kept = await readHeadFile(home);
    const head = await findHead(db);
    if (kept === null && head.seq === GENESIS.seq) return;
    const broken = kept && (await checkHead(db, kept));
    if (broken) return alarm(broken);
    lastAlarm = null;

    if (kept === null || kept.seq < head.seq) await writeHeadFile(home, head);
    if (lastLogged === null || head.seq >= lastLogged + LOG_HEAD_EVERY) {
      log.info(asFields(head), 'audit log head');
      lastLogged = head.seq;
    }
  };
};
