import { ConfigError } from '@perezvon/service';

/** What the Bot API answers when it does not know the token. */
const UNKNOWN_TOKEN: readonly number[] = [401, 404];
const ANSWER_WITHIN_MS = 10_000;

/**
 * Asks Telegram whether it knows the bot.
 * @returns false when Telegram does not answer: the bot may still come up later
 * @throws ConfigError when it answers that it does not
 */
export const checkBotToken = async (token: string, apiRoot: string): Promise<boolean> => {
  let status: number;
  try {
    // The address holds the token: neither it nor the error that quotes it may be shown.
    const answer = await fetch(`${apiRoot}/bot${token}/getMe`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    status = answer.status;
  } catch {
    return false;
  }
  if (UNKNOWN_TOKEN.includes(status))
    throw new ConfigError(
      new Map([
        [
          'TELEGRAM_BOT_TOKEN',
          `Telegram does not know this bot (${status}): copy the token from @BotFather again`,
        ],
      ]),
    );
  return true;
};
