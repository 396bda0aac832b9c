import { afterEach, expect, test } from '@jest/globals';
import { silentLog, until } from '@perezvon/db/testing';
import type { Stop } from '@perezvon/messaging';
import { startSimulator, type Simulator } from '@perezvon/telegram-simulator';
import { Api } from 'grammy';
import { startPolling } from '../src/telegram/poll.js';

const TOKEN = '100001:poll-test';
const PERSON = 4001;
/** More than Telegram hands out at once. */
const MESSAGES = 120;

let simulator: Simulator | undefined;
let stopPolling: Stop | undefined;
afterEach(async () => {
  await stopPolling?.();
  await simulator?.stop();
});

test('an update that is never done does not make the bot deaf to those after it', async () => {
  simulator = await startSimulator({
    port: 0,
    token: TOKEN,
    people: [{ id: PERSON, firstName: 'Вера', languageCode: 'ru' }],
    log: silentLog,
    now: () => new Date(),
  });
  const handled: string[] = [];
  let free = () => {};
  const stuck = new Promise<void>((resolve) => (free = resolve));
  stopPolling = startPolling({
    api: new Api(TOKEN, { apiRoot: simulator.apiRoot }),
    log: silentLog,
    patienceMs: 300,
    handle: async ({ message }) => {
      if (message?.text === 'застряло') await stuck;
      handled.push(message?.text ?? '');
    },
  });

  const person = simulator.person(PERSON);
  await person.send('застряло');
  for (let index = 1; index <= MESSAGES; index += 1) await person.send(`слово ${index}`);

  await until(() => handled.includes(`слово ${MESSAGES}`), { what: 'the last message is handled' });
  expect(handled).toHaveLength(MESSAGES);
  free();
  await stopPolling();
  expect(handled.at(-1)).toBe('застряло');
});
