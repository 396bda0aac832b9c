import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 100;
/** Far over the longest first start; after this somebody's clock or disk is broken. */
const GIVE_UP_AFTER_MS = 90_000;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const tryLock = async (file: string): Promise<boolean> => {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return false;
  }
};

const removeIfAbandoned = async (file: string): Promise<void> => {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (pid > 0 && !isAlive(pid)) await rm(file, { force: true });
};

/**
 * Runs `work` while no other process of this machine does, for as long as they use the same lock file. A lock
 * left by a killed process is taken over.
 * @throws Error when another process keeps it for 90 s
 */
export const withFileLock = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
  while (!(await tryLock(file))) {
    if (Date.now() > giveUpAt)
      throw new Error(`${file} is held by another process: end it or delete the file`);
    await removeIfAbandoned(file);
    await pause(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
};
