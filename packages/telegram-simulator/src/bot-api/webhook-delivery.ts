import { z } from 'zod';
import type { SimulatorDeps } from '../deps.js';
import type { Change } from '../state/changes.js';
import type { StoredUpdate, Webhook } from '../state/model.js';
import { unixSeconds } from './define-method.js';

/** What `getWebhookInfo` tells of the last delivery that failed. */
interface Trouble {
  /** Unix seconds. */
  date: number;
  message: string;
}

/** Delivers updates to the webhook as long as one is set. */
export interface WebhookDelivery {
  /** Null: none has failed since the webhook was set. */
  lastTrouble(): Trouble | null;
  /** Delivers what is pending, and whatever comes. */
  start(): void;
  /** Ends deliveries under way; what was not taken stays pending. */
  stop(): void;
}

/** Telegram does not publish its own pauses; these keep a test short and spare a bot that is down. */
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;
/** A bot that takes longer gets the update again. */
const PATIENCE_MS = 60_000;

const WithId = z.looseObject({ id: z.int() });
const Queued = z.looseObject({
  message: z.looseObject({ chat: WithId }).optional(),
  callback_query: z.looseObject({ from: WithId }).optional(),
  my_chat_member: z.looseObject({ chat: WithId }).optional(),
});

/**
 * Updates of one queue come one after the other, the next when the one before was taken; those of different queues
 * side by side. Telegram keeps messages by their chat and taps by their person.
 */
const queueOf = (update: StoredUpdate): string => {
  const { message, callback_query: tap, my_chat_member: membership } = Queued.parse(update);
  if (tap) return `taps ${tap.from.id}`;
  return message ? `chat ${message.chat.id}` : `members ${membership?.chat.id ?? 0}`;
};

/** @throws Error in Telegram's words when the bot did not take the update */
const post = async (webhook: Webhook, update: StoredUpdate, signal: AbortSignal): Promise<void> => {
  const response = await fetch(webhook.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(webhook.secretToken !== null && { 'x-telegram-bot-api-secret-token': webhook.secretToken }),
    },
    body: JSON.stringify(update),
    redirect: 'manual',
    signal,
  });
  await response.arrayBuffer();
  if (response.ok) return;
  throw new Error(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
};

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Connection failed';
  return error.message.startsWith('Wrong response') ? error.message : 'Connection refused';
};

/** The first update of each queue, the oldest first. */
const heads = (updates: readonly StoredUpdate[]): Map<string, StoredUpdate> => {
  const found = new Map<string, StoredUpdate>();
  for (const update of updates) {
    const name = queueOf(update);
    if (!found.has(name)) found.set(name, update);
  }
  return found;
};

const retryPauseMs = (failures: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);

interface Queue {
  isBusy: boolean;
  failures: number;
  timer: NodeJS.Timeout | undefined;
}

/** Which queues have an update under way, or wait after a failure. @param retry called when a pause is over */
const makeQueues = (retry: () => void) => {
  const queues = new Map<string, Queue>();
  const failuresOf = (name: string): number => queues.get(name)?.failures ?? 0;
  return {
    isFree: (name: string): boolean => {
      const queue = queues.get(name);
      return !queue?.isBusy && !queue?.timer;
    },
    begin: (name: string): void => {
      queues.set(name, { isBusy: true, failures: failuresOf(name), timer: undefined });
    },
    done: (name: string): void => {
      queues.delete(name);
    },
    failed: (name: string): void => {
      const failures = failuresOf(name) + 1;
      const timer = setTimeout(() => {
        queues.set(name, { isBusy: false, failures, timer: undefined });
        retry();
      }, retryPauseMs(failures));
      queues.set(name, { isBusy: false, failures, timer });
    },
    clear: (): void => {
      for (const { timer } of queues.values()) clearTimeout(timer);
      queues.clear();
    },
  };
};

/** Delivers whenever there is a webhook and something pending. */
export const createWebhookDelivery = ({
  store,
  log,
  now,
}: Pick<SimulatorDeps, 'store' | 'log' | 'now'>): WebhookDelivery => {
  const queues = makeQueues(() => deliverAll());
  let trouble: Trouble | null = null;
  let ending = new AbortController();
  let underWay = 0;

  const deliver = async (name: string, update: StoredUpdate, webhook: Webhook): Promise<void> => {
    queues.begin(name);
    underWay += 1;
    const ended = ending.signal;
    try {
      await post(webhook, update, AbortSignal.any([ended, AbortSignal.timeout(PATIENCE_MS)]));
      queues.done(name);
      store.commit({ kind: 'update-delivered', updateId: update.update_id });
    } catch (error) {
      // Ended by us: whoever comes next starts afresh.
      if (ended.aborted) return queues.done(name);
      trouble = { date: unixSeconds(now()), message: messageOf(error) };
      log.debug({ webhookTrouble: trouble.message }, 'update not taken by the webhook');
      queues.failed(name);
    } finally {
      underWay -= 1;
      if (!ended.aborted) deliverAll();
    }
  };

  const deliverAll = (): void => {
    const { webhook, updates } = store.state;
    if (!webhook || ending.signal.aborted) return;
    for (const [name, update] of heads(updates)) {
      if (underWay >= webhook.maxConnections) return;
      if (queues.isFree(name)) void deliver(name, update, webhook);
    }
  };

  const end = (): void => {
    ending.abort();
    queues.clear();
  };

  const onChanges = (changes: readonly Change[]): void => {
    // Another address: what waited after failures is tried at once.
    if (changes.some(({ kind }) => kind === 'webhook-set')) {
      end();
      ending = new AbortController();
      trouble = null;
    }
    deliverAll();
  };
  let unsubscribe = () => {};

  return {
    start: () => {
      unsubscribe = store.subscribe(onChanges);
      deliverAll();
    },
    lastTrouble: () => trouble,
    stop: () => {
      unsubscribe();
      end();
    },
  };
};
