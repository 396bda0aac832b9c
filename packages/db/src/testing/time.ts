import { setTimeout as pause } from 'node:timers/promises';

/** A clock that stands still. */
export const clockAt =
  (iso: string): (() => Date) =>
  () =>
    new Date(iso);

const POLL_EVERY_MS = 20;
const DEFAULT_TIMEOUT_MS = 25_000;

/**
 * Waits until a condition holds: the only way tests wait.
 * @param what as text, or made when the wait is given up: then it can tell what there was instead
 * @returns the first truthy answer
 * @throws Error naming `what` when it did not come in time
 */
export const until = async <T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = DEFAULT_TIMEOUT_MS }: { what: string | (() => string); timeoutMs?: number },
): Promise<Exclude<Awaited<T>, false | null | undefined | 0 | ''>> => {
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const answer = await condition();
    if (isTruthy(answer)) return answer;
    if (Date.now() > giveUpAt) {
      throw new Error(`waited ${timeoutMs} ms in vain until ${typeof what === 'string' ? what : what()}`);
    }
    await pause(POLL_EVERY_MS);
  }
};

const isTruthy = <T>(answer: T): answer is Exclude<T, false | null | undefined | 0 | ''> => Boolean(answer);
