import { WaitTimeoutError } from '../errors.js';
import type { ChatMessage } from '../state/model.js';
import type { Store } from '../state/store.js';

/** Long enough for a slow machine, short enough for a test that is going to fail. */
export const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * Resolves with the first value `look` finds, looking now and after every change; no polling.
 * @throws WaitTimeoutError that says what was waited for and, by `seen`, what was there instead
 */
export const waitFor = <T>(
  store: Store,
  look: () => T | undefined,
  { what, timeoutMs, seen }: { what: string; timeoutMs: number; seen: () => string },
): Promise<T> => {
  const found = look();
  if (found !== undefined) return Promise.resolve(found);
  return new Promise<T>((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      unsubscribe();
      settle();
    };
    const unsubscribe = store.subscribe(() => {
      try {
        const value = look();
        if (value !== undefined) finish(() => resolve(value));
      } catch (error) {
        finish(() => reject(error));
      }
    });
    const timer = setTimeout(
      () => finish(() => reject(new WaitTimeoutError(`waited ${timeoutMs} ms for ${what}; ${seen()}`))),
      timeoutMs,
    );
  });
};

export interface MessageWait {
  /** What the error names when it does not come. */
  what: string;
  /** 20 s when left out. */
  timeoutMs?: number;
}

/** The newest message that fits, now or as soon as there is one. @throws WaitTimeoutError */
export const waitForMessage = (
  store: Store,
  messages: () => readonly ChatMessage[],
  predicate: (message: ChatMessage) => boolean,
  { what, timeoutMs = DEFAULT_TIMEOUT_MS }: MessageWait,
): Promise<ChatMessage> =>
  waitFor(store, () => messages().findLast(predicate), {
    what,
    timeoutMs,
    seen: () => `the newest message is «${messages().at(-1)?.text ?? ''}»`,
  });
