import { setTimeout as pause } from 'node:timers/promises';
import type { DbClient } from '@perezvon/db';

const ASK_AGAIN_MS = 500;

/** Whether the database answers now. */
export const isDatabaseUp = (db: DbClient): Promise<boolean> =>
  db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );

/**
 * Resolves when the database answers again.
 * @throws AbortError when `signal` ends the waiting first
 */
export const untilDatabaseAnswers = async (db: DbClient, signal: AbortSignal): Promise<void> => {
  while (!(await isDatabaseUp(db))) await pause(ASK_AGAIN_MS, undefined, { signal });
};
