import type { Store } from '../state/store.js';
import type { StoredUpdate } from '../state/model.js';
import { ApiError } from './api-error.js';

/** Bot API: up to 100 updates in one answer. */
const MAX_LIMIT = 100;
/** Telegram holds a poll no longer than this, whatever was asked for. */
const MAX_TIMEOUT_S = 50;
const MS_PER_S = 1_000;

const TERMINATED =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

export interface Poll {
  /** Confirms all updates below it; negative: all but the last ones. Null confirms nothing. */
  offset: number | null;
  limit: number;
  timeoutS: number;
  /** Aborted when the bot hung up. */
  signal: AbortSignal;
}

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** Hands out pending updates, to one poller at a time. */
export interface UpdateFeed {
  /** @throws ApiError 409 when a newer poll came, or while a webhook is set */
  poll(poll: Poll): Promise<readonly StoredUpdate[]>;
  /** Answers the poll that waits, with nothing. */
  stop(): void;
}

const confirmedBelow = (offset: number, pending: readonly StoredUpdate[]): number => {
  if (offset >= 0) return offset;
  return pending.at(Math.max(offset, -pending.length))?.update_id ?? 0;
};

interface Wait {
  finished: Promise<void>;
  end(): void;
  supersede(): void;
}

/** Waits until there is an update, the time is over, the bot hung up or somebody else polls. */
const createWait = (store: Store, { timeoutS, signal }: Poll): Wait => {
  let end = () => {};
  let supersede = () => {};
  const finished = new Promise<void>((resolve, reject) => {
    end = resolve;
    supersede = () => reject(new ApiError(409, TERMINATED));
  });
  const timer = setTimeout(end, Math.min(timeoutS, MAX_TIMEOUT_S) * MS_PER_S);
  const unsubscribe = store.subscribe(() => {
    if (store.state.updates.length > 0) end();
  });
  signal.addEventListener('abort', end, { once: true });
  const cleanUp = () => {
    clearTimeout(timer);
    unsubscribe();
    signal.removeEventListener('abort', end);
  };
  return { finished: finished.finally(cleanUp), end, supersede };
};

export const createUpdateFeed = (store: Store): UpdateFeed => {
  let current: Wait | null = null;

  return {
    poll: async (poll) => {
      if (store.state.webhook) throw new ApiError(409, WEBHOOK_ACTIVE);
      current?.supersede();
      current = null;
      if (poll.offset !== null) {
        const below = confirmedBelow(poll.offset, store.state.updates);
        if (store.state.updates.some(({ update_id: id }) => id < below)) {
          store.commit({ kind: 'updates-confirmed', below });
        }
      }
      if (store.state.updates.length === 0 && poll.timeoutS > 0) {
        const wait = createWait(store, poll);
        current = wait;
        await wait.finished.finally(() => {
          if (current === wait) current = null;
        });
      }
      return store.state.updates.slice(0, Math.min(Math.max(poll.limit, 1), MAX_LIMIT));
    },
    stop: () => current?.end(),
  };
};
