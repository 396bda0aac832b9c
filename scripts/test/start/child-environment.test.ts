import { expect, test } from '@jest/globals';
import { loadConfig } from '@perezvon/service';
import { childEnvironment } from '../../src/start/child-environment.js';
import { StartEnvironment } from '../../src/start/config.js';

const FOUND = {
  databaseUrl: 'postgresql://perezvon:made@127.0.0.1:5999/perezvon',
  ingestPort: 18080,
  opsPort: 18081,
  telegram: { token: '1000001:made-up', apiRoot: 'http://127.0.0.1:18082' },
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
    TELEGRAM_BOT_TOKEN: '1000001:made-up',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:18082',
    SUPREME_DEV_TELEGRAM_IDS: '700001',
    REDIS_URL: 'redis://127.0.0.1:6379',
    OPS_PASSWORD: 'set-by-hand',
  });
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
