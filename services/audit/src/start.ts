import { consume, runEvery, type MessagingDeps, type Stop } from '@perezvon/messaging';
import type { AuditConfig } from './config.js';
import { handlersWith } from './handlers.js';
import { createHeadKeeper } from './tasks/keep-head.js';

/** How much of a tail could be cut off unnoticed, in seconds. */
const KEEP_HEAD_EVERY_S = 1;

/** Appends every action to the log, checks it when asked to, and keeps the log's head outside the database. */
export const start = (deps: MessagingDeps, { PEREZVON_HOME }: AuditConfig): Stop => {
  const stopConsuming = consume('audit', handlersWith({ home: PEREZVON_HOME, log: deps.log }), deps);
  const keepHead = createHeadKeeper(deps, PEREZVON_HOME);
  const stopKeeping = runEvery(KEEP_HEAD_EVERY_S, 'keep-audit-head', keepHead, deps);

  return async () => {
    await stopConsuming();
    await stopKeeping();
    // The last entries too.
    await keepHead();
  };
};
