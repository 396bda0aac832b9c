import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadConfig } from '@perezvon/service';
import { StartEnvironment } from '../../src/start/config.js';

const configOf = (env: Record<string, string>) => loadConfig(StartEnvironment, env);

test('nothing is needed: every value has a default', () => {
  expect(configOf({})).toMatchObject({
    PEREZVON_HOME: resolve('.perezvon'),
    RECORDINGS_DIR: join(resolve('.perezvon'), 'recordings'),
    INGEST_PORT: 8080,
    OPS_PORT: 8081,
    SIMULATOR_PORT: 8082,
    OPS_USER: 'ops',
    DEMO_DATA: true,
    CLINIC_TIMEZONE: 'Europe/Moscow',
  });
});

test('a real bot gets no made-up calls unless somebody wants them', () => {
  const TELEGRAM_BOT_TOKEN = '123456:a-made-up-token';
  expect(configOf({ TELEGRAM_BOT_TOKEN }).DEMO_DATA).toBe(false);
  expect(configOf({ TELEGRAM_BOT_TOKEN, DEMO_DATA: 'on' }).DEMO_DATA).toBe(true);
  expect(configOf({ DEMO_DATA: 'off' }).DEMO_DATA).toBe(false);
});

test.each([
  ['INGEST_PORT', '80800'],
  ['OPS_PORT', 'http'],
  ['OPS_BOARD_URL', 'https://ops:secret@ops.example.org/queues'],
  ['SIMULATOR_PORT', '-1'],
  ['TELEGRAM_BOT_TOKEN', 'secret-but-no-token'],
  ['SUPREME_DEV_TELEGRAM_IDS', '@somebody'],
  ['DATABASE_URL', 'mysql://clinic:secret@localhost/clinic'],
  ['REDIS_URL', 'localhost:6379'],
  ['CLINIC_TIMEZONE', 'Mars/Olympus'],
  ['DEMO_DATA', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['PHONE_HASH_KEY', 'short'],
  ['RECORDINGS_S3_ENDPOINT', 'storage.yandexcloud.net'],
])('a bad %s is named, its value is not repeated', (variable, value) => {
  const load = () => configOf({ [variable]: value });
  expect(load).toThrow(`${variable}: expected`);
  expect(load).not.toThrow(value);
});

test('an empty value counts as unset', () => {
  expect(configOf({ TELEGRAM_BOT_TOKEN: '', INGEST_PORT: ' ' })).toMatchObject({
    INGEST_PORT: 8080,
    DEMO_DATA: true,
  });
});
