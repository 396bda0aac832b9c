import { setTimeout as pause } from 'node:timers/promises';
import type { DbClient } from '@perezvon/db';
import type { MessagingDeps, Outside } from './deps.js';

const ASK_AGAIN_MS = 500;

/** Whether the database answers now. */
const isDatabaseUp = (db: DbClient): Promise<boolean> =>
  db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );

/** What messages cannot be processed without. */
const listNeeds = ({ db, outside }: Pick<MessagingDeps, 'db' | 'outside'>): Outside[] => [
  { name: 'database', isUp: () => isDatabaseUp(db) },
  ...(outside ? [outside] : []),
];

/** What does not answer now; null: everything does, and a failure is the message's own. */
export const findOutage = async (deps: Pick<MessagingDeps, 'db' | 'outside'>): Promise<Outside | null> => {
  for (const need of listNeeds(deps)) if (!(await need.isUp())) return need;
  return null;
};

/**
 * Resolves when it answers again.
 * @throws AbortError when `signal` ends the waiting first
 */
export const untilAnswers = async ({ isUp }: Outside, signal: AbortSignal): Promise<void> => {
  do await pause(ASK_AGAIN_MS, undefined, { signal });
  while (!(await isUp()));
};
