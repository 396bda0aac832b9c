import { setTimeout as pause } from 'node:timers/promises';
import type { Log, Stop } from '@perezvon/messaging';
// The kind of signal that grammY's client takes.
import { AbortController as ClientAbortController } from 'abort-controller';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { ALLOWED_UPDATES } from './allowed-updates.js';
import { makeUpdateWindow, type UpdateWindow } from './update-window.js';

/** Telegram's most for one answer. */
const BATCH = 100;
const LONG_POLL_S = 30;
/** While something is under way, new updates are looked for this often, and at once when something is done. */
const BUSY_POLL_MS = 200;
/** Telegram did not answer: ask again after this, each time twice as long. */
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

/**
 * An update that is under way for longer no longer holds the offset back: Telegram hands out a hundred at most beyond it,
 * and the bot would be deaf to everybody. It goes on, and is lost only when the process dies before it is done.
 */
const PATIENCE_MS = 30_000;

interface PollingOptions {
  api: Api;
  log: Log;
  /** `PATIENCE_MS` unless given. */
  patienceMs?: number;
  /** Does everything that an update asks for; never rejects. */
  handle: (update: Update) => Promise<void>;
}

/** Resolves when one of the updates under way is done. */
const makeBell = () => {
  let ring = () => {};
  let rung = Promise.resolve();
  const reset = () => {
    rung = new Promise((resolve) => {
      ring = resolve;
    });
  };
  reset();
  return {
    ring: () => {
      ring();
      reset();
    },
    wait: () => rung,
  };
};

const waitWhileBusy = async (
  window: UpdateWindow,
  bell: Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  if (window.underWay() === 0) return;
  const timer = new AbortController();
  const over = pause(BUSY_POLL_MS, undefined, { signal: AbortSignal.any([signal, timer.signal]) });
  await Promise.allSettled([Promise.race([bell, over])]);
  timer.abort();
};

/** The updates that are being handled. An update let go no longer holds the offset back, though it may still run. */
const makeRuns = (
  { handle, log, patienceMs = PATIENCE_MS }: PollingOptions,
  letGo: (updateId: number) => void,
) => {
  const running = new Map<number, Promise<void>>();
  const run = async (update: Update) => {
    const { update_id: updateId } = update;
    const patience = setTimeout(() => {
      log.error({ updateId, patienceMs }, 'update under way for too long: others no longer wait for it');
      letGo(updateId);
    }, patienceMs);
    await handle(update);
    clearTimeout(patience);
    letGo(updateId);
    running.delete(updateId);
  };
  return {
    begin: (update: Update): void => {
      running.set(update.update_id, run(update));
    },
    ended: async (): Promise<void> => {
      await Promise.all(running.values());
    },
  };
};

/** Asks Telegram for what comes after the window's offset, which confirms everything before it. */
const askerOf =
  (api: Api, window: UpdateWindow) =>
  (limit: number, timeout: number, signal?: ClientAbortController['signal']) => {
    const offset = window.offset();
    return api.getUpdates(
      { limit, timeout, allowed_updates: ALLOWED_UPDATES, ...(offset !== undefined && { offset }) },
      signal,
    );
  };

/** Tells Telegram what was handled, so that it does not come again after a restart. */
const confirm = async (ask: ReturnType<typeof askerOf>, log: Log): Promise<void> => {
  try {
    await ask(1, 0);
  } catch (error) {
    log.warn({ err: error }, 'handled updates not confirmed: they come again and are recognised');
  }
};

/**
 * Takes updates by long polling until stopped; each is confirmed only after it was handled. Chats do not wait for
 * each other: a slow one only holds the offset back.
 * @returns a stop that lets running handlers finish and confirms what they did
 */
export const startPolling = (options: PollingOptions): Stop => {
  const { api, log } = options;
  const window = makeUpdateWindow();
  const ask = askerOf(api, window);
  const stopping = new AbortController();
  const hangUp = new ClientAbortController();
  const bell = makeBell();
  const runs = makeRuns(options, (updateId) => {
    window.finish(updateId);
    bell.ring();
  });

  const loop = async () => {
    let retryMs = FIRST_RETRY_MS;
    while (!stopping.signal.aborted) {
      try {
        const rung = bell.wait();
        const updates = await ask(BATCH, window.underWay() > 0 ? 0 : LONG_POLL_S, hangUp.signal);
        if (stopping.signal.aborted) return;
        for (const update of window.take(updates)) runs.begin(update);
        retryMs = FIRST_RETRY_MS;
        await waitWhileBusy(window, rung, stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ err: error, retryMs }, 'telegram did not hand out updates');
        await Promise.allSettled([pause(retryMs, undefined, { signal: stopping.signal })]);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
    }
  };
  const polling = loop();

  return async () => {
    stopping.abort();
    hangUp.abort();
    await polling;
    await runs.ended();
    if (window.offset() !== undefined) await confirm(ask, log);
  };
};
