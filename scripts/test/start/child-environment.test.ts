import { expect, test } from '@jest/globals';
import { loadConfig } from '@perezvon/service';
import { childEnvironment } from '../../src/start/child-environment.js';
import { StartEnvironment } from '../../src/start/config.js';

const FOUND = {
  databaseUrl: 'postgresql://perezvon:made@127.0.0.1:5999/perezvon',
  ingestPort: 18080,
  opsPort: 18081,
  telegram: { token: '1000001:made-up', apiRoot: 'http://127.0.0.1:18082', developersChatId: -1_001 },
  supremeDevIds: '700001',
};

const environmentFor = (env: Record<string, string>): NodeJS.ProcessEnv =>
  childEnvironment(env, loadConfig(StartEnvironment, env), FOUND);

test('services get what this start found out, and what the person set', () => {
  const env = environmentFor({
    REDIS_URL: 'redis://127.0.0.1:6379',
    INGEST_PORT: '0',
    OPS_PASSWORD: 'set-by-hand',
  });
  expect(env).toMatchObject({
    DATABASE_URL: FOUND.databaseUrl,
    INGEST_PORT: '18080',
    OPS_PORT: '18081',
    OPS_BOARD_URL: 'http://127.0.0.1:18081/queues',
    TELEGRAM_BOT_TOKEN: '1000001:made-up',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:18082',
    SUPREME_DEV_TELEGRAM_IDS: '700001',
    REDIS_URL: 'redis://127.0.0.1:6379',
    OPS_PASSWORD: 'set-by-hand',
  });
});

test('the simulator is polled, and its developers read in their group unless another chat is named', () => {
  const webhook = { TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram', TELEGRAM_WEBHOOK_SECRET: 'x' };
  expect(environmentFor(webhook)).toMatchObject({ TELEGRAM_WEBHOOK_URL: '', DEVELOPERS_CHAT_ID: '-1001' });
  expect(environmentFor({ DEVELOPERS_CHAT_ID: '42' })['DEVELOPERS_CHAT_ID']).toBe('42');
  const config = loadConfig(StartEnvironment, webhook);
  const real = { ...FOUND, telegram: { ...FOUND.telegram, developersChatId: null } };
  const env = childEnvironment(webhook, config, real);
  expect(env['TELEGRAM_WEBHOOK_URL']).toBe(webhook.TELEGRAM_WEBHOOK_URL);
  expect(env['DEVELOPERS_CHAT_ID']).toBeUndefined();
});

test('seven services do not fight for one health port', () => {
  expect(environmentFor({ HEALTH_PORT: '9100' })['HEALTH_PORT']).toBe('');
});

test.each([
  ['error', 'info'],
  ['info', 'info'],
  ['debug', 'debug'],
])('LOG_LEVEL=%s: the files hold %s and worse', (asked, kept) => {
  expect(environmentFor({ LOG_LEVEL: asked })['LOG_LEVEL']).toBe(kept);
});
