import { givenClinic, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { startHarness } from '@perezvon/messaging/testing';
import { withTransaction } from '@perezvon/db';
import { afterEach, expect, test } from '@jest/globals';
import { start } from '../src/start.js';
import { startBot, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

/** Long enough to notice a bot that waits for its database. */
const WITHIN_MS = 1_000;

test('a tap is answered within a second while the database is slow, and drawn when it answers', async () => {
  bot = await startBot({ given: givenClinic });
  const { db } = bot;
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.waitFor(({ buttons }) => buttons.length > 0, { what: 'the menu' });

  await withTransaction(db, async (tx) => {
    await tx.$executeRaw`LOCK TABLE users IN ACCESS EXCLUSIVE MODE`;
    await admin.tap('❓ Помощь', { timeoutMs: WITHIN_MS });
    expect(admin.lastMessage()?.text).toContain('Анна · Администратор');
  });
  await admin.waitFor(({ text }) => text.startsWith('❓ Помощь'), { what: 'the help' });
});

test('the database is down: the tap is answered, the person reads so and taps once more when it is up', async () => {
  bot = await startBot();
  const newcomer = bot.person('newcomer');
  await newcomer.send('/start');
  await newcomer.waitFor(({ buttons }) => buttons.length > 0, { what: 'the door' });

  const { db: otherDb } = await testDatabase();
  const [row] = await bot.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const name = row?.name ?? '';
  await otherDb.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await otherDb.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`;

  await newcomer.tap('Запросить доступ', { timeoutMs: WITHIN_MS });
  await newcomer.waitFor(({ text }) => text.includes('Ничего не потеряно'), { what: 'the explanation' });
  expect(newcomer.buttons().map(({ text }) => text)).toEqual([
    '🔁 Повторить',
    '🆘 Сообщить о проблеме',
    '🏠 Меню',
  ]);
  await otherDb.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);

  await newcomer.tap('🔁 Повторить');
  await newcomer.waitFor(({ text }) => text.includes('Заявка отправлена'), { what: 'the outcome' });
});

test('a token that Telegram does not know stops the start with one clear line', async () => {
  bot = await startBot();
  const { db, url } = await testDatabase();
  const harness = await startHarness({ db, backend: { kind: 'postgres', url }, log: silentLog });
  const options = { ...bot.options, TELEGRAM_BOT_TOKEN: '999:wrong' };
  await expect(start(harness.deps, options)).rejects.toThrow(
    'TELEGRAM_BOT_TOKEN: Telegram does not know this token',
  );
  await harness.stop();
});

test('commands of the menu button follow the role', async () => {
  bot = await startBot({ given: givenClinic });
  const { simulator } = bot;
  await bot.person('admin').send('/start');
  const commandsIn = async (chatId: number): Promise<string[]> => {
    const url = new URL(`/bot${simulator.token}/getMyCommands`, simulator.apiRoot);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scope: { type: 'chat', chat_id: chatId } }),
    });
    const body: { result: { command: string }[] } = await response.json();
    return body.result.map(({ command }) => command);
  };
  const { id } = bot.person('admin');
  await until(async () => (await commandsIn(id)).includes('call'), { what: 'the admin’s commands' });
  expect(await commandsIn(id)).toEqual(['menu', 'find', 'call', 'help', 'cancel', 'start']);
});
