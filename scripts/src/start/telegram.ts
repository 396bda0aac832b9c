import { ConfigError } from '@perezvon/service';

/** What the Bot API answers when it does not know the token. */
const UNKNOWN_TOKEN: readonly number[] = [401, 404];
const ANSWER_WITHIN_MS = 10_000;

const problem = (variable: string, what: string): ConfigError => new ConfigError(new Map([[variable, what]]));

const askForBot = async (token: string, apiRoot: string): Promise<number> => {
  try {
    const answer = await fetch(`${apiRoot}/bot${token}/getMe`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return answer.status;
  } catch {
    // The address holds the token: neither it nor the error that quotes it may be shown.
    throw problem('TELEGRAM_API_ROOT', 'the Bot API does not answer there: check the network');
  }
};

/**
 * Makes sure before anything starts that the Bot API knows the bot.
 * @throws ConfigError when it does not, or does not answer
 */
export const checkBotToken = async (token: string, apiRoot: string): Promise<void> => {
  const status = await askForBot(token, apiRoot);
  if (UNKNOWN_TOKEN.includes(status))
    throw problem(
      'TELEGRAM_BOT_TOKEN',
      `Telegram does not know this bot (${status}): copy the token from @BotFather again`,
    );
};
