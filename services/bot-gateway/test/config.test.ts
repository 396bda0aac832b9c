import { loadConfig } from '@perezvon/service';
import { expect, test } from '@jest/globals';
import { environment } from '../src/config.js';
import { recordingOptions } from '../src/recordings/environment.js';

const TOKEN = '123456:ABC-def_1';

test('the ids of the supreme developers are read from a list', () => {
  const config = loadConfig(environment, {
    TELEGRAM_BOT_TOKEN: TOKEN,
    SUPREME_DEV_TELEGRAM_IDS: '17, 42 ,99',
  });
  expect([...config.SUPREME_DEV_TELEGRAM_IDS]).toEqual([17n, 42n, 99n]);
  expect(loadConfig(environment, { TELEGRAM_BOT_TOKEN: TOKEN }).SUPREME_DEV_TELEGRAM_IDS.size).toBe(0);
});

test.each([
  ['TELEGRAM_BOT_TOKEN', 'my-token'],
  ['SUPREME_DEV_TELEGRAM_IDS', '17; 42'],
  ['TELEGRAM_API_ROOT', 'api.telegram.org'],
  ['RECORDINGS_PRIVATE_HOSTS', 'http://pbx.local/'],
  ['RECORDINGS_S3_ENDPOINT', 'https://id:secret@storage.example.org'],
  ['RECORDINGS_S3_ENDPOINT', 'https://storage.example.org/clinic-calls'],
  ['RECORDINGS_S3_BUCKET', 'clinic/calls'],
  ['RECORDINGS_YANDEX_DISK_TOKEN', 'with a blank'],
  ['TELEGRAM_WEBHOOK_URL', 'http://bot.example.org/telegram'],
  ['TELEGRAM_WEBHOOK_SECRET', 'with a blank'],
  ['TELEGRAM_PERSON_PER_MINUTE', '-120'],
  ['OPS_BOARD_URL', 'https://ops:secret@ops.example.org/queues'],
])('a bad %s stops the start with its name and without its value', (name, value) => {
  const load = () => loadConfig(environment, { TELEGRAM_BOT_TOKEN: TOKEN, [name]: value });
  expect(load).toThrow(name);
  expect(load).not.toThrow(value);
});

test('a webhook without a secret stops the start and says how to make one', () => {
  const webhook = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram' };
  expect(() => loadConfig(environment, webhook)).toThrow('TELEGRAM_WEBHOOK_SECRET: is required');
  const config = loadConfig(environment, { ...webhook, TELEGRAM_WEBHOOK_SECRET: 'Abc_1-2' });
  expect(config.TELEGRAM_WEBHOOK_PORT).toBe(8_443);
});

test('half a storage of recordings stops the start and names what is missing; a whole one is read', () => {
  const half = {
    TELEGRAM_BOT_TOKEN: TOKEN,
    RECORDINGS_S3_ENDPOINT: 'https://storage.example.org/',
    RECORDINGS_S3_BUCKET: 'clinic-calls',
    RECORDINGS_S3_ACCESS_KEY_ID: 'made-up-id',
  };
  expect(() => loadConfig(environment, half)).toThrow(
    'RECORDINGS_S3_SECRET_ACCESS_KEY: is required and not set',
  );
  const read = (env: Record<string, string>) => recordingOptions(loadConfig(environment, env), '/home');
  expect(read({ ...half, RECORDINGS_S3_SECRET_ACCESS_KEY: 'made-up-secret' }).s3).toEqual({
    endpoint: 'https://storage.example.org',
    region: 'us-east-1',
    bucket: 'clinic-calls',
    accessKeyId: 'made-up-id',
    secretAccessKey: 'made-up-secret',
  });
  expect(read({ TELEGRAM_BOT_TOKEN: TOKEN })).toMatchObject({ s3: null, directory: '/home/recordings' });
});
