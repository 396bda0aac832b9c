import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenRollup, givenScore, until } from '@perezvon/db/testing';
import { disputeDecided } from '@perezvon/contracts';
import { publishEvents } from '@perezvon/messaging';
import { outboxMessages, testBackends } from '@perezvon/messaging/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { callCardPlace } from '../src/screens/places/work.js';
import { markListened } from '../src/screens/calls/call-card.js';
import { html } from '../src/text/html.js';
import { startBot, TELEGRAM, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

/** Puts a button into a message as an older version of the bot, or another device, may still show it. */
const showOldButton = async (
  { simulator }: RunningBot,
  { who, messageId, data }: { who: keyof typeof TELEGRAM; messageId: number; data: string },
): Promise<void> => {
  const api = new URL(`/bot${simulator.token}/editMessageReplyMarkup`, simulator.apiRoot);
  await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      chat_id: TELEGRAM[who],
      message_id: messageId,
      reply_markup: { inline_keyboard: [[{ text: 'Старая кнопка', callback_data: data }]] },
    }),
  });
};

describe.each(testBackends())('on $name', (backend) => {
  test('a stranger asks, an admin lets him in as an operator, and the menu is his', async () => {
    bot = await startBot({ backend, given: givenClinic });
    const newcomer = bot.person('newcomer');
    const admin = bot.person('admin');
    const operator = bot.person('operator');

    await newcomer.send('/start');
    await newcomer.tap('Запросить доступ');
    await newcomer.waitFor(({ text }) => text.includes('Заявка отправлена'), {
      what: 'the request was sent',
    });

    const request = await admin.waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the request' });
    expect(request.text).toContain('Нина');
    await bot
      .person('superadmin')
      .waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the request' });
    expect(operator.messages()).toEqual([]);

    await admin.tap('Одобрить');
    await admin.waitFor(({ text }) => text.includes('какая роль'), { what: 'the question for the role' });
    expect(admin.buttons().map(({ text }) => text)).toEqual([
      'Оператор',
      'Маркетолог',
      '⬅️ Назад',
      '🏠 Меню',
      '❓',
    ]);
    await admin.tap('Оператор');
    await admin.tap('Без кода');
    await admin.waitFor(({ text }) => text.includes('Доступ открыт.\n\nНина'), {
      what: 'the card of who was let in',
    });

    const welcome = await newcomer.waitFor(({ text }) => text.includes('Ваша роль: Оператор'), {
      what: 'the good news',
    });
    expect(welcome.text).toContain('Нина · Оператор');
    expect(newcomer.buttons().map(({ text }) => text)).toContain('❓ Помощь');
    expect(newcomer.buttons().map(({ text }) => text)).not.toContain('👥 Пользователи');
    const row = await bot.db.user.findUnique({ where: { telegramId: TELEGRAM.newcomer } });
    expect(row).toMatchObject({ role: 'operator', status: 'active' });
  });
});

test('two admins answer one request: the second reads that it is decided', async () => {
  bot = await startBot({ given: givenClinic });
  const newcomer = bot.person('newcomer');
  const [admin, otherAdmin] = [bot.person('admin'), bot.person('otherAdmin')];
  await newcomer.send('/start');
  await newcomer.tap('Запросить доступ');

  // The second admin has got as far as the role when the first one says no.
  await otherAdmin.tap('Одобрить');
  await otherAdmin.waitFor(({ text }) => text.includes('какая роль'), { what: 'the question for the role' });
  await admin.tap('Отклонить');
  await admin.waitFor(({ text }) => text.includes('Заявка отклонена'), { what: 'the answer' });
  await otherAdmin.tap('Маркетолог');
  await otherAdmin.waitFor(({ text }) => text.includes('Не выполнено: эта заявка уже решена'), {
    what: 'the refusal',
  });

  await newcomer.waitFor(({ text }) => text.includes('В доступе отказано'), { what: 'the bad news' });
  expect(await bot.db.user.findUnique({ where: { telegramId: TELEGRAM.newcomer } })).toMatchObject({
    role: null,
    status: 'rejected',
  });
});

test('a request that somebody else has decided changes on the other admins’ screens by itself', async () => {
  bot = await startBot({ given: givenClinic });
  const newcomer = bot.person('newcomer');
  const otherAdmin = bot.person('otherAdmin');
  await newcomer.send('/start');
  await newcomer.tap('Запросить доступ');
  await otherAdmin.waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the request' });
  await bot.person('admin').tap('Отклонить');
  await otherAdmin.waitFor(({ text }) => text.includes('Доступ: отказано'), {
    what: 'the card as it is now',
  });
  expect(otherAdmin.buttons().map(({ text }) => text)).not.toContain('Одобрить');
});

test('who is in the configuration is in at once, and out when taken off it', async () => {
  bot = await startBot({ supremeDevs: ['owner'] });
  const owner = bot.person('owner');
  await owner.send('/start');
  await owner.waitFor(({ text }) => text.includes('Олег · Разработчик'), { what: 'the menu' });
  expect(owner.buttons().map(({ text }) => text)).toEqual(
    expect.arrayContaining(['👥 Пользователи', '🧾 Журнал', '❓ Помощь']),
  );
  await bot.stopGateway();
  await bot.db.user.update({ where: { telegramId: TELEGRAM.owner }, data: { telegramId: 9_999 } });
  await bot.startGateway();
  expect(await bot.db.user.findUnique({ where: { telegramId: 9_999 } })).toMatchObject({
    role: null,
    status: 'newcomer',
  });
});

test('a block closes old messages at once, and so it stays for a button that is still shown somewhere', async () => {
  const running = await startBot({ given: givenClinic });
  bot = running;
  const operator = running.person('operator');
  const admin = running.person('admin');
  await operator.send('/start');
  const { messageId } = await operator.waitFor(({ text }) => text.includes('Ольга · Оператор'), {
    what: 'the menu',
  });
  const help = operator.buttons().find(({ text }) => text === '❓ Помощь')?.callbackData ?? '';

  await admin.send('/menu');
  await admin.tap('👥 Пользователи');
  await admin.tap(/^Операторы/);
  await admin.tap('Ольга');
  await admin.tap('Заблокировать');
  await admin.waitFor(({ text }) => text.includes('Доступ закрыт.'), { what: 'the block' });
  await operator.waitFor(({ text }) => text.includes('Ваш доступ закрыт'), { what: 'the news' });
  const menu = () => operator.messages().find((message) => message.messageId === messageId);
  expect(menu()?.text).toContain('Доступ закрыт администратором');
  expect(menu()?.buttons).toEqual([]);

  await showOldButton(running, { who: 'operator', messageId, data: help });
  await operator.tap('Старая кнопка', { messageId });
  await until(() => menu()?.buttons.length === 0, { what: 'the old message without buttons' });
  expect(menu()?.text).toContain('Доступ закрыт администратором');

  // Nor does news of his calls reach him.
  const newest = operator.lastMessage()?.messageId;
  const { db, harness } = running;
  const { id: openedById } = await db.user.findUniqueOrThrow({ where: { telegramId: TELEGRAM.operator } });
  const decided = disputeDecided.of({ disputeId: 1, historyId: 1, openedById, outcome: 'upheld' });
  await publishEvents(harness.deps, [decided], {
    causedBy: 'tg-decided',
    actorId: null,
    origin: null,
    at: new Date(),
  });
  await until(async () => (await db.outbox.count({ where: { queue: 'bot-gateway' } })) === 0, {
    what: 'the event to be over',
  });
  expect(operator.lastMessage()?.messageId).toBe(newest);
});

test('who is let in as an operator of the calls sees the statistics of his own calls', async () => {
  bot = await startBot({
    given: async (db) => {
      await givenClinic(db);
      await givenScore(db, await givenCall(db, { operator: 'op-3' }));
      const today = new Date().toISOString().slice(0, 10);
      await givenRollup(db, today, {
        operator: 'op-3',
        calls: 1,
        validDialogues: 1,
        targetCalls: 1,
        records: 1,
      });
    },
  });
  const newcomer = bot.person('newcomer');
  await newcomer.send('/start');
  await newcomer.tap('Запросить доступ');
  const admin = bot.person('admin');
  await admin.tap('Одобрить');
  await admin.tap('Оператор');
  await admin.tap('op-3 · 1');
  await admin.waitFor(({ text }) => text.includes('Код в звонках: op-3'), {
    what: 'the card of who was let in',
  });
  await newcomer.waitFor(({ text }) => text.includes('Ваша роль: Оператор'), { what: 'the good news' });
  await newcomer.tap('📈 Моя статистика');
  await newcomer.waitFor(({ text }) => text.includes('☎️ 1 звонок'), { what: 'the statistics' });
});

/** A clinic with a scored call that has a recording. */
const givenHeardCall = async (db: DbClient): Promise<number> => {
  await givenClinic(db);
  const call = await givenCall(db, { recordingUrl: 'call.mp3' });
  await givenScore(db, call);
  return call.historyId;
};

test('a role taken away closes what is open: the card is redrawn, the recording goes, old buttons do nothing', async () => {
  const recordings = await mkdtemp(join(tmpdir(), 'perezvon-access-'));
  await writeFile(join(recordings, 'call.mp3'), 'ID3 a recording');
  let historyId = 0;
  const running = await startBot({
    recordings,
    given: async (db) => {
      historyId = await givenHeardCall(db);
    },
  });
  bot = running;
  const admin = running.person('admin');
  const { messageId: asked } = await admin.send(`#${historyId}`);
  const card = await admin.waitFor(({ text }) => text.startsWith(`Звонок #${historyId}`), {
    what: 'the card',
  });
  await admin.tap('🎧 Прослушать');
  const audio = await admin.waitFor(({ messageId }) => messageId > card.messageId, { what: 'the recording' });

  const superadmin = running.person('superadmin');
  await superadmin.send('/menu');
  await superadmin.tap('👥 Пользователи');
  await superadmin.tap(/^Администраторы/);
  await superadmin.tap('Анна');
  await superadmin.tap('Роль');
  await superadmin.tap('Маркетолог');
  await admin.waitFor(({ text }) => text.includes('Ваша роль изменена: Маркетолог'), { what: 'the news' });

  const shown = () => admin.messages().filter(({ messageId }) => messageId > asked);
  expect(shown().map(({ messageId }) => messageId)).not.toContain(audio.messageId);
  expect(
    shown()
      .map(({ text }) => text)
      .join('\n'),
  ).not.toContain(`#${historyId}`);
  for (const data of [
    callCardPlace.address({ historyId }).data,
    markListened.button(html`x`, { historyId }).data,
  ]) {
    await showOldButton(running, { who: 'admin', messageId: card.messageId, data });
    await admin.tap('Старая кнопка', { messageId: card.messageId });
    await admin.waitFor(
      ({ messageId, text, buttons }) =>
        messageId === card.messageId &&
        text.includes('Этот раздел вам сейчас недоступен') &&
        !buttons.flat().some((button) => button.text === 'Старая кнопка'),
      { what: 'the refusal' },
    );
  }
  expect(await running.db.outbox.count({ where: { queue: 'assignment' } })).toBe(0);
  await rm(recordings, { recursive: true });
});

test('a role taken away after the tap and before the act: it is refused, and the log has the attempt', async () => {
  bot = await startBot({ given: givenClinic, relay: false });
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.tap('👥 Пользователи');
  await admin.tap(/^Операторы/);
  await admin.tap('Ольга');
  await admin.tap('Заблокировать');
  await admin.waitFor(({ text }) => text.includes('Выполняется'), { what: 'the tap was taken' });
  await bot.db.user.update({ where: { telegramId: TELEGRAM.admin }, data: { role: 'operator' } });
  bot.harness.relay();
  await admin.waitFor(({ text }) => text.includes('Не выполнено: ваша роль этого не позволяет'), {
    what: 'the refusal',
  });
  const { db } = bot;
  expect(await db.user.findUnique({ where: { telegramId: TELEGRAM.operator } })).toMatchObject({
    status: 'active',
  });
  const logged = (await outboxMessages(db)).map(({ payload }) => Object(payload));
  expect(logged.filter(({ action }) => action === 'user.block')).toMatchObject([
    { reason: 'permission.missing' },
  ]);
});
