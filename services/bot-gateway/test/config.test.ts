import { loadConfig } from '@perezvon/service';
import { expect, test } from '@jest/globals';
import { environment } from '../src/config.js';

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
])('a bad %s stops the start with its name and without its value', (name, value) => {
  const load = () => loadConfig(environment, { TELEGRAM_BOT_TOKEN: TOKEN, [name]: value });
  expect(load).toThrow(name);
  expect(load).not.toThrow(value);
});
