import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '@perezvon/service';
import { z } from 'zod';

/** Another `npm start` uses this PEREZVON_HOME. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';
}

const Holder = z.object({
  pid: z.int().positive(),
  /** Tells a process from a later one with the same id; null where the system does not say. */
  startedAt: z.string().nullable(),
});
type Holder = z.output<typeof Holder>;

/** In `/proc/PID/stat`, counted after the command's name: the moment the process started. */
const START_TIME_FIELD = 19;

/** Linux only; null elsewhere and for a process that is gone. */
const startTimeOf = async (pid: number): Promise<string | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold spaces and brackets: count from its end.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME_FIELD] ?? null;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
};

const readHolder = async (file: string): Promise<Holder | null> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return Holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Half written by a start that was killed: nobody holds it.
    return null;
  }
};

const holds = async ({ pid, startedAt }: Holder): Promise<boolean> =>
  pid !== process.pid && isAlive(pid) && (startedAt === null || startedAt === (await startTimeOf(pid)));

/**
 * Makes this process the only `npm start` of a home. What a killed one left behind does not count.
 * @returns how to give it back
 * @throws AlreadyRunningError with one line that says what to do
 */
export const lockHome = async (home: string): Promise<() => Promise<void>> => {
  await mkdir(home, { recursive: true });
  const file = join(home, 'running.json');
  const mine: Holder = { pid: process.pid, startedAt: await startTimeOf(process.pid) };
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = await readHolder(file);
    if (holder !== null && (await holds(holder)))
      throw new AlreadyRunningError(
        `Perezvon runs from ${home} already (process ${holder.pid}): use it, stop it, or set PEREZVON_HOME to another folder.`,
      );
    await rm(file, { force: true });
  }
};
