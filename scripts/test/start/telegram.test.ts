import { silentLog } from '@perezvon/db/testing';
import { ConfigError } from '@perezvon/service';
import { startSimulator, type Simulator } from '@perezvon/telegram-simulator';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkBotToken } from '../../src/start/telegram.js';

const TOKEN = '123456:a-made-up-token';

let telegram: Simulator;
beforeAll(async () => {
  telegram = await startSimulator({
    port: 0,
    people: [],
    token: TOKEN,
    log: silentLog,
    now: () => new Date(),
  });
});
afterAll(() => telegram.stop());

test('a bot that Telegram knows may start', async () => {
  await checkBotToken(TOKEN, telegram.apiRoot);
});

test('another token is refused by the name of its variable, without the token', async () => {
  const check = checkBotToken('123456:another-token', telegram.apiRoot);
  await expect(check).rejects.toThrow(ConfigError);
  await expect(check).rejects.toThrow('TELEGRAM_BOT_TOKEN: Telegram does not know this bot');
  await expect(check).rejects.not.toThrow('another-token');
});

test('a Bot API that does not answer is one line too', async () => {
  const gone = await startSimulator({
    port: 0,
    people: [],
    token: TOKEN,
    log: silentLog,
    now: () => new Date(),
  });
  await gone.stop();
  await expect(checkBotToken(TOKEN, gone.apiRoot)).rejects.toThrow(
    'TELEGRAM_API_ROOT: the Bot API does not answer',
  );
});
