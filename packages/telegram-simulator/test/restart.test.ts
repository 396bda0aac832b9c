import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { InlineKeyboard, InputFile } from 'grammy';
import { SimulatorStateError } from '../src/index.js';
import {
  afterThisTest,
  ANNA,
  BORIS,
  botOf,
  givenFolder,
  givenSimulator,
  postAsPage,
  refusalOf,
  TOKEN,
} from './support.js';

const SIMULATOR = fileURLToPath(new URL('fixtures/simulator-main.mjs', import.meta.url));

const startProcess = async (folder: string): Promise<{ child: ChildProcess; apiRoot: string }> => {
  const given = { stateDirectory: folder, token: TOKEN, people: [ANNA] };
  const child = spawn(process.execPath, [SIMULATOR, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  afterThisTest(async () => {
    child.kill('SIGKILL');
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, apiRoot: String(line) };
};

test('what the page was told is taken survives kill -9: message, tap, file, ids', async () => {
  const folder = await givenFolder();
  const { child, apiRoot } = await startProcess(folder);
  const before = botOf({ apiRoot });
  const document = await before.api.sendDocument(ANNA.id, new InputFile(Buffer.from('a;b'), 'звонки.csv'), {
    reply_markup: new InlineKeyboard().text('Готово', 'done'),
  });
  await postAsPage(apiRoot, `/chat/chats/${ANNA.id}/messages`, { personId: ANNA.id, text: '/start' });
  await postAsPage(apiRoot, `/chat/chats/${ANNA.id}/taps`, {
    personId: ANNA.id,
    messageId: document.message_id,
    callbackData: 'done',
  });
  child.kill('SIGKILL');
  await once(child, 'exit');

  const simulator = await givenSimulator({ stateDirectory: folder });
  const { api } = botOf(simulator);
  const updates = await api.getUpdates();
  const [message, tap] = updates;

  expect(message).toMatchObject({ message: { text: '/start' } });
  expect(tap).toMatchObject({
    callback_query: { data: 'done', message: { message_id: document.message_id } },
  });
  expect(await api.answerCallbackQuery(tap?.callback_query?.id ?? '')).toBe(true);
  await api.sendDocument(ANNA.id, document.document.file_id);
  await simulator.person(ANNA.id).send('дальше');
  const [next] = await api.getUpdates({ offset: Number(tap?.update_id) + 1 });
  expect(next).toMatchObject({
    update_id: Number(tap?.update_id) + 1,
    message: { message_id: 4, text: 'дальше' },
  });
});

test('a journal that grew long is rewritten, and says the same', async () => {
  const folder = await givenFolder();
  const simulator = await givenSimulator({ stateDirectory: folder });
  const { api } = botOf(simulator);
  const boris = simulator.person(BORIS.id);
  await api.setMyCommands([{ command: 'menu', description: 'Меню' }]);
  for (let count = 0; count < 501; count += 1) {
    boris.block();
    boris.unblock();
  }
  await boris.send('последнее');
  const updates = await api.getUpdates({ offset: -1 });
  await simulator.stop();

  const lines = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).split('\n').length;
  const again = await givenSimulator({ stateDirectory: folder });

  expect(lines).toBeLessThan(100);
  expect(await botOf(again).api.getUpdates()).toEqual(updates);
  expect(await botOf(again).api.getMyCommands()).toEqual([{ command: 'menu', description: 'Меню' }]);
  expect(again.person(BORIS.id).lastMessage()?.text).toBe('последнее');
});

test('a line a crash cut off is dropped, and does not spoil the next one', async () => {
  const folder = await givenFolder();
  const first = await givenSimulator({ stateDirectory: folder });
  await first.person(ANNA.id).send('цело');
  await first.stop();
  await appendFile(join(folder, 'journal.jsonl'), '[{"kind":"message-ad');

  const second = await givenSimulator({ stateDirectory: folder });
  await second.person(ANNA.id).send('после');
  await second.stop();
  const third = await givenSimulator({ stateDirectory: folder });

  expect(
    third
      .person(ANNA.id)
      .messages()
      .map(({ text }) => text),
  ).toEqual(['цело', 'после']);
});

test('a journal that cannot be read stops the start and says what to do', async () => {
  const folder = await givenFolder();
  await writeFile(join(folder, 'journal.jsonl'), '[{"kind":"nonsense"}]\n');

  await expect(givenSimulator({ stateDirectory: folder })).rejects.toThrow(SimulatorStateError);
  await expect(givenSimulator({ stateDirectory: folder })).rejects.toThrow(
    /journal\.jsonl line 1 is unreadable: delete the simulator's state folder/,
  );
});

test('a failed start on a port in use writes nothing into the state of the running one', async () => {
  const folder = await givenFolder();
  const running = await givenSimulator({ stateDirectory: folder });
  const before = await readFile(join(folder, 'journal.jsonl'), 'utf8');

  const port = Number(new URL(running.apiRoot).port);
  const people = [{ id: 5, firstName: 'Новый' }];
  await expect(givenSimulator({ stateDirectory: folder, port, people })).rejects.toThrow(/in use/);

  expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe(before);
  expect((await refusalOf(botOf(running).api.sendMessage(5, 'x'))).description).toBe(
    'Bad Request: chat not found',
  );
});
