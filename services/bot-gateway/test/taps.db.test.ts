import { givenCall, givenClinic, until } from '@perezvon/db/testing';
import { outboxTypes } from '@perezvon/messaging/testing';
import { afterEach, expect, test } from '@jest/globals';
import type { Update } from 'grammy/types';
import { events } from '../src/events/index.js';
import { intents } from '../src/intents/index.js';
import { openGateway } from '../src/start.js';
import { dispatch } from '../src/telegram/dispatch.js';
import { startBot, TELEGRAM, type RunningBot } from './support/running-bot.js';

const HOUR_MS = 3_600_000;

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

/** How many intents were carried out; their events have ids of their own. */
const countIntents = async (db: RunningBot['db']): Promise<number> => {
  const processed = await db.processedMessage.findMany({ where: { queue: 'bot-gateway' } });
  return processed.filter(({ messageId }) => /^tg-\d+$/.test(messageId)).length;
};

test('back leads to where one came from, through pages and after a restart', async () => {
  bot = await startBot({ given: givenClinic });
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.tap('👥 Пользователи');
  await admin.tap(/^Операторы/);
  await admin.tap('Ольга');
  await admin.waitFor(({ text }) => text.includes('Код в звонках: op-1'), { what: 'the card' });
  expect(admin.messages().filter(({ buttons }) => buttons.length > 0)).toHaveLength(1);

  await bot.stopGateway();
  await bot.startGateway();
  await admin.tap('⬅️ Назад');
  await admin.waitFor(({ text }) => text.startsWith('👥 Операторы'), { what: 'the list' });
  await admin.tap('⬅️ Назад');
  await admin.waitFor(({ text }) => text.startsWith('👥 Пользователи'), { what: 'the overview' });
  await admin.tap('⬅️ Назад');
  await admin.waitFor(({ text }) => text.startsWith('Анна · Администратор'), { what: 'the menu' });
});

test('a button of another version says so and offers the menu', async () => {
  bot = await startBot({ given: givenClinic });
  const admin = bot.person('admin');
  await admin.send('/menu');
  const menu = await admin.waitFor(({ buttons }) => buttons.length > 0, { what: 'the menu' });
  const api = new URL(`/bot${bot.simulator.token}/editMessageReplyMarkup`, bot.simulator.apiRoot);
  await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      chat_id: TELEGRAM.admin,
      message_id: menu.messageId,
      reply_markup: { inline_keyboard: [[{ text: 'Старая кнопка', callback_data: 'red.zzz.1.2' }]] },
    }),
  });
  await admin.tap('Старая кнопка');
  await admin.waitFor(({ text }) => text.includes('Экран устарел'), { what: 'the notice' });
  await admin.tap('🏠 Меню');
  await admin.waitFor(({ text }) => text.startsWith('Анна'), { what: 'the menu' });
});

test('a double tap is one request, and is answered twice', async () => {
  bot = await startBot();
  const newcomer = bot.person('newcomer');
  await newcomer.send('/start');
  const welcome = await newcomer.waitFor(({ buttons }) => buttons.length > 0, { what: 'the door' });
  const { messageId } = welcome;
  const answers = await Promise.all([
    newcomer.tap('Запросить доступ', { messageId }),
    newcomer.tap('Запросить доступ', { messageId }),
  ]);
  expect(answers.map((answer) => answer?.text)).toEqual(['Выполняется…', 'Выполняется…']);
  await newcomer.waitFor(({ text }) => text.includes('Заявка отправлена'), { what: 'the answer' });
  const { db } = bot;
  await until(async () => (await countIntents(db)) === 1, { what: 'one intent' });
  await newcomer.send('привет');
  await newcomer.waitFor(
    ({ messageId: id, text }) => id > messageId + 1 && text.includes('Заявка отправлена'),
    {
      what: 'everything before to be handled',
    },
  );
  expect(await countIntents(db)).toBe(1);
  expect(newcomer.messages().filter(({ text }) => text.includes('Не выполнено'))).toEqual([]);
});

test('one message waits for one action: another button tapped meanwhile does nothing', async () => {
  bot = await startBot({ given: givenClinic, relay: false });
  const { db } = bot;
  await db.user.create({ data: { telegramId: 9_001, firstName: 'Зоя', status: 'requested' } });
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.tap('👥 Пользователи');
  await admin.tap('Зоя');
  const { messageId } = await admin.waitFor(({ text }) => text.startsWith('Зоя'), { what: 'the card' });
  await Promise.all([admin.tap('Отклонить', { messageId }), admin.tap('Заблокировать', { messageId })]);
  await admin.waitFor(({ text }) => text.includes('Выполняется'), { what: 'the tap was taken' });
  await until(async () => (await db.processedMessage.count({ where: { queue: 'telegram' } })) === 5, {
    what: 'both taps to be handled',
  });
  const types = await outboxTypes(db);
  expect(types.filter((type) => type.startsWith('user.'))).toHaveLength(1);
});

test('taps and words that came while the bot was down are answered when it is back, each once', async () => {
  bot = await startBot();
  const newcomer = bot.person('newcomer');
  await newcomer.send('/start');
  await newcomer.waitFor(({ buttons }) => buttons.length > 0, { what: 'the door' });
  await bot.stopGateway();
  await newcomer.tapWithoutWaiting('Запросить доступ');
  await newcomer.tapWithoutWaiting('Запросить доступ');
  await bot.startGateway();
  await newcomer.waitFor(({ text }) => text.includes('Заявка отправлена'), { what: 'the answer' });
  expect(await countIntents(bot.db)).toBe(1);
  expect(newcomer.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
});

test('a tap that a killed process did not confirm comes again and does nothing', async () => {
  let lateByMs = 0;
  bot = await startBot({ now: () => new Date(Date.now() + lateByMs) });
  const newcomer = bot.person('newcomer');
  await newcomer.send('/start');
  await newcomer.waitFor(({ buttons }) => buttons.length > 0, { what: 'the door' });
  await bot.stopGateway();
  await newcomer.tapWithoutWaiting('Запросить доступ');

  const readPending = async (): Promise<Update> => {
    const { bot: poller } = await openGateway(running.harness.deps, running.options);
    const [update] = await poller.api.getUpdates();
    if (!update) throw new Error('the tap is not pending');
    return update;
  };
  const running = bot;
  const update = await readPending();
  const first = await openGateway(bot.harness.deps, bot.options);
  await dispatch(first.deps, first.bot, update);
  const stopConsuming = bot.harness.consume('bot-gateway', {
    intents: intents(first.deps),
    events: events(first.deps),
  });
  await newcomer.waitFor(({ text }) => text.includes('Заявка отправлена'), { what: 'the outcome' });
  await stopConsuming();
  await first.close();

  lateByMs = 60_000;
  // Killed here, before the offset was confirmed: the next process is handed the same tap.
  expect(await readPending()).toEqual(update);
  const second = await openGateway(bot.harness.deps, bot.options);
  await dispatch(second.deps, second.bot, update);
  await second.close();
  expect(await bot.db.outbox.count({ where: { messageId: `tg-${update.update_id}` } })).toBe(0);
  expect(newcomer.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
  expect(newcomer.lastMessage()?.text).toContain('Заявка отправлена');
});

test('the queue is down: the person is told that it is saved, and reads the outcome when the queue is back', async () => {
  bot = await startBot({ relay: false });
  const newcomer = bot.person('newcomer');
  await newcomer.send('/start');
  await newcomer.tap('Запросить доступ');
  await newcomer.waitFor(({ text }) => text.includes('Выполняется'), { what: 'the tap was taken' });
  await newcomer.waitFor(({ text }) => text.includes('Действие сохранено и выполнится само'), {
    what: 'the explanation',
  });
  bot.harness.relay();
  await newcomer.waitFor(({ text }) => text.includes('Заявка отправлена'), { what: 'the outcome' });
});

test('words that nobody waits for get a hint, a call id opens the card', async () => {
  bot = await startBot({ given: givenClinic });
  const admin = bot.person('admin');
  await admin.send('добрый день');
  await admin.waitFor(({ text }) => text.includes('Напишите номер звонка'), { what: 'the hint' });
  await admin.send('/call');
  await admin.waitFor(({ text }) => text.includes('/call 500123'), { what: 'how to use the command' });
});

test('a flood limit and a broken connection on the way are waited out', async () => {
  bot = await startBot({ given: givenClinic });
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.waitFor(({ buttons }) => buttons.length > 0, { what: 'the menu' });
  bot.simulator.faults.tooManyRequests('editMessageText', { retryAfterS: 1 });
  bot.simulator.faults.dropConnection('editMessageText', { carriedOut: true });
  await admin.tap('❓ Помощь');
  await admin.waitFor(({ text }) => text.startsWith('❓ Помощь'), { what: 'the help' });
});

test('a person who has blocked the bot stops nothing', async () => {
  bot = await startBot({ given: givenClinic });
  bot.person('admin').block();
  const newcomer = bot.person('newcomer');
  await newcomer.send('/start');
  await newcomer.tap('Запросить доступ');
  await bot
    .person('otherAdmin')
    .waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the request' });
  const { db } = bot;
  await until(async () => (await db.outbox.count({ where: { queue: 'bot-gateway' } })) === 0, {
    what: 'the event to be over',
  });
});

test('what a button is about is looked up when it is pressed: where it is gone, that is said and nothing asked for', async () => {
  const calls = [1, 2, 3, 4, 5];
  bot = await startBot({
    given: async (db) => {
      await givenClinic(db);
      for (const hours of calls) {
        const callDate = new Date(Date.now() - hours * HOUR_MS);
        const { historyId } = await givenCall(db, { callDate });
        await db.callPromise.create({
          data: { historyId, operator: 'op-1', callDate, dueAt: callDate, isTimeSaid: true, state: 'broken' },
        });
      }
    },
  });
  const { db } = bot;
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.tap('📋 Поручения');
  await admin.tap('🎓 Обучение');
  await admin.tap('Ольга · Обещает и не перезванивает · 5');
  await admin.tap('🎓 Назначить тренинг');
  await admin.tap(/\d\d:00$/);
  await admin.waitFor(({ text }) => text.includes('Проходит: Ольга'), { what: 'the summary' });
  await db.callPromise.deleteMany();
  await admin.tap('✅ Подтвердить');
  await admin.waitFor(({ text }) => text.includes('Этого уже нет'), { what: 'the answer' });
  expect((await outboxTypes(db)).filter((type) => type.startsWith('assignment.'))).toEqual([]);
});
