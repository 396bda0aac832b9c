import { exportHandedOut } from '@perezvon/contracts';
import { givenClinic, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { publishEvents } from '@perezvon/messaging';
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

test('a file that waited for Telegram goes to nobody whose role was taken away meanwhile', async () => {
  bot = await startBot({ given: givenClinic });
  const { db } = bot;
  const admin = bot.person('admin');
  const { id: requestedById } = await db.user.findUniqueOrThrow({ where: { telegramId: admin.id } });
  const content = Buffer.from('звонок');
  const at = new Date();
  const { id: exportId } = await db.export.create({
    data: {
      requestedById,
      content: 'complaint',
      columns: 'main',
      format: 'csv',
      language: 'ru',
      days: 7,
      since: at,
      until: at,
      isMasked: true,
      state: 'done',
      totalRows: 1,
      doneRows: 1,
      bytes: content.byteLength,
      expiresAt: new Date(at.getTime() + 60 * 60_000),
      chunks: { create: { number: 0, content } },
    },
  });
  const { deps } = bot.harness;
  const handOut = async (causedBy: string) => {
    await publishEvents(deps, [exportHandedOut.of({ exportId })], {
      causedBy,
      actorId: requestedById,
      origin: null,
      at,
    });
    await until(() => db.processedMessage.count({ where: { messageId: `${causedBy}.1` } }), {
      what: causedBy,
    });
  };
  const setAccess = (access: { role?: 'admin' | 'marketing'; status?: 'active' | 'blocked' }) =>
    db.user.update({ where: { id: requestedById }, data: access });
  const files = () => admin.messages().filter(({ attachment }) => attachment !== null).length;

  await setAccess({ role: 'marketing' });
  await handOut('as-marketing');
  await setAccess({ role: 'admin', status: 'blocked' });
  await handOut('as-blocked');
  expect(files()).toBe(0);
  await setAccess({ status: 'active' });
  await handOut('as-admin');
  expect(files()).toBe(1);
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
