import { setTimeout as pause } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { ConfigError } from '@perezvon/service';
import { Api, Bot, GrammyError, HttpError, type Context, type Transformer } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';

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

/** At the start Telegram may be a moment away: a network that comes up, a simulator that starts beside us. */
const FIRST_CALL_PAUSES_MS = [250, 500, 1_000, 2_000, 4_000];

const configError = (variable: string, problem: string, cause: unknown): ConfigError =>
  Object.assign(new ConfigError(new Map([[variable, problem]])), { cause });

const explain = (error: unknown): unknown => {
  if (error instanceof GrammyError && REFUSED_TOKEN.includes(error.error_code))
    return configError(
      'TELEGRAM_BOT_TOKEN',
      'Telegram does not know this token: take it from @BotFather',
      error,
    );
  if (error instanceof HttpError)
    return configError('TELEGRAM_API_ROOT', 'the Bot API does not answer there: check the network', error);
  return error;
};

/** Learns who the bot is, which proves the token and the way to Telegram. */
const whoAmI = async (
  api: Api,
  pausesMs: readonly number[] = FIRST_CALL_PAUSES_MS,
): Promise<UserFromGetMe> => {
  try {
    return await api.getMe();
  } catch (error) {
    const [pauseMs, ...rest] = pausesMs;
    if (!(error instanceof HttpError) || pauseMs === undefined) throw explain(error);
    await pause(pauseMs);
    return whoAmI(api, rest);
  }
};

/**
 * Connects to the Bot API.
 * @throws ConfigError when the token is refused, or when nobody answers for some seconds
 */
export const connectBot = async <C extends Context>({ token, apiRoot }: Connection): Promise<Bot<C>> => {
  const client = { timeoutSeconds: REQUEST_TIMEOUT_S, ...(apiRoot !== undefined && { apiRoot }) };
  const botInfo = await whoAmI(new Api(token, client));
  const bot = new Bot<C>(token, { client, botInfo });
  bot.api.config.use(retryBrokenConnections);
  bot.api.config.use(
    autoRetry({ maxRetryAttempts: MAX_RETRIES, maxDelaySeconds: MAX_RETRY_AFTER_S, rethrowHttpErrors: true }),
  );
  return bot;
};
