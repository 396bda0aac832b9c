import type { Log, Stop } from './deps.js';

const MS_PER_S = 1_000;

/**
 * Runs a task again and again, `seconds` after the previous run ended; a run that throws is logged and the next
 * one comes. Every process runs its own: the task must be safe side by side (SKIP LOCKED, idempotent writes).
 * @returns a stop that waits for a run under way
 */
export const runEvery = (
  seconds: number,
  name: string,
  task: () => Promise<unknown>,
  { log }: { log: Log },
): Stop => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  const runOnce = async () => {
    try {
      await task();
    } catch (error) {
      log.error({ task: name, err: error }, 'scheduled task failed');
    }
    if (!stopped) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => {
      running = runOnce();
    }, seconds * MS_PER_S);
  };
  schedule();

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
};
