import { ConfigError } from '@perezvon/service';
import type { Stop } from '@perezvon/messaging';
import type { Update } from 'grammy/types';
import type { GatewayConfig } from '../config.js';
import type { GatewayDeps } from '../deps.js';
import { isBadRequest } from '../screens/adapter.js';
import { startPolling } from './poll.js';
import { startWebhook } from './webhook.js';

export type TransportOptions = Pick<
  GatewayConfig,
  'TELEGRAM_WEBHOOK_URL' | 'TELEGRAM_WEBHOOK_SECRET' | 'TELEGRAM_WEBHOOK_PORT'
>;

/** Telegram says itself what it does not like about an address. */
const explain = (error: unknown): unknown =>
  isBadRequest(error)
    ? Object.assign(
        new ConfigError(
          new Map([
            ['TELEGRAM_WEBHOOK_URL', `Telegram does not deliver to this address (${error.description})`],
          ]),
        ),
        { cause: error },
      )
    : error;

/**
 * Takes updates in the way that is configured: delivered to a webhook, or by long polling.
 * @param handle does everything that an update asks for; never rejects
 * @returns a stop that takes no more, lets what runs finish, and confirms what was handled
 * @throws ConfigError when Telegram does not want the webhook's address
 */
export const receiveUpdates = async (
  { api, log }: Pick<GatewayDeps, 'api' | 'log'>,
  options: TransportOptions,
  handle: (update: Update) => Promise<void>,
): Promise<Stop> => {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = options;
  if (url === undefined || secret === undefined) {
    // A webhook of an earlier installation: Telegram refuses to be polled beside it.
    await api.deleteWebhook();
    return startPolling({ api, log, handle });
  }
  try {
    const { stop } = await startWebhook({
      api,
      log,
      url,
      secret,
      port: options.TELEGRAM_WEBHOOK_PORT,
      handle,
    });
    return stop;
  } catch (error) {
    throw explain(error);
  }
};
