import { setTimeout as pause } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { ConfigError } from '@perezvon/service';
import { Bot, GrammyError, HttpError, type Context, type Transformer } from 'grammy';

/** A flood limit that lasts longer is passing trouble: the job or the person tries again. */
const MAX_RETRY_AFTER_S = 60;
const MAX_RETRIES = 3;
/** Long enough for the upload of a long recording. */
const REQUEST_TIMEOUT_S = 120;
/** A broken connection is tried again after these pauses. */
const NETWORK_PAUSES_MS = [200, 1_000];
const REFUSED_TOKEN = [401, 404];

/**
 * Repeats calls whose connection broke. Only those that may be done twice: a message sent twice is read twice.
 */
const retryBrokenConnections: Transformer = async (prev, method, payload, signal) => {
  const pauses = method.startsWith('send') || method === 'getUpdates' ? [] : NETWORK_PAUSES_MS;
  for (const pauseMs of pauses) {
    try {
      return await prev(method, payload, signal);
    } catch (error) {
      if (!(error instanceof HttpError) || signal?.aborted) throw error;
      await pause(pauseMs);
    }
  }
  return prev(method, payload, signal);
};

interface Connection {
  token: string;
  /** Another Bot API server; undefined: Telegram's. */
  apiRoot: string | undefined;
}

/**
 * Connects to the Bot API and learns who the bot is.
 * @throws ConfigError when the token is refused; HttpError when nobody answers there
 */
export const connectBot = async <C extends Context>({ token, apiRoot }: Connection): Promise<Bot<C>> => {
  const bot = new Bot<C>(token, {
    client: { timeoutSeconds: REQUEST_TIMEOUT_S, ...(apiRoot !== undefined && { apiRoot }) },
  });
  bot.api.config.use(retryBrokenConnections);
  bot.api.config.use(
    autoRetry({ maxRetryAttempts: MAX_RETRIES, maxDelaySeconds: MAX_RETRY_AFTER_S, rethrowHttpErrors: true }),
  );
  try {
    await bot.init();
  } catch (error) {
    if (error instanceof GrammyError && REFUSED_TOKEN.includes(error.error_code))
      throw new ConfigError(
        new Map([['TELEGRAM_BOT_TOKEN', 'Telegram does not know this token: take it from @BotFather again']]),
      );
    throw error;
  }
  return bot;
};
