import { assignmentCreated } from '@perezvon/contracts';
import { publishEvents } from '@perezvon/messaging';
import { givenCall, givenClinic, until, type Clinic } from '@perezvon/db/testing';
import { afterEach, expect, test } from '@jest/globals';
import { startBot, TELEGRAM, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

test('a flood of one person is answered «слишком часто», while others are served', async () => {
  bot = await startBot({ given: givenClinic, perMinute: 60 });
  const flooder = bot.person('otherAdmin');
  await flooder.send('/menu');
  const menu = await flooder.waitFor(({ buttons }) => buttons.length > 0, { what: 'the menu' });
  const { messageId } = menu;

  const flood = Array.from({ length: 60 }, () => flooder.tap('❓ Помощь', { messageId }));
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.tap('❓ Помощь');
  const answers = await Promise.all(flood);

  const refused = answers.filter((answer) => answer?.text.startsWith('Слишком часто'));
  // Forty at once, one of which was «/menu», and one more a second.
  expect(refused.length).toBeGreaterThan(5);
  expect(refused.length).toBeLessThanOrEqual(21);
  // What was let through was done: nothing is silently lost.
  await flooder.waitFor(({ text }) => text.startsWith('❓ Помощь'), { what: 'the help' });
});

test('a flood of words is told off once, not once a word', async () => {
  bot = await startBot({ given: givenClinic, perMinute: 1 });
  const flooder = bot.person('admin');
  for (let word = 0; word < 60; word += 1) await flooder.send(`слово ${word}`);
  await flooder.waitFor(({ text }) => text.includes('Слишком часто'), { what: 'the word about it' });
  await until(
    async () => flooder.messages().filter(({ text }) => text.includes('Напишите номер звонка')).length === 40,
    { what: 'every word before to be answered' },
  );
  expect(flooder.messages().filter(({ text }) => text.includes('Слишком часто'))).toHaveLength(1);
});

test('a storm of 429 is waited out: every tap is drawn in the end, each once', async () => {
  const running = await startBot({ given: givenClinic });
  bot = running;
  const people = (['admin', 'otherAdmin', 'superadmin', 'operator'] as const).map(running.person);
  for (const person of people) await person.send('/menu');
  for (const person of people)
    await person.waitFor(({ buttons }) => buttons.length > 0, { what: 'the menu' });

  running.simulator.faults.tooManyRequests('answerCallbackQuery', { times: 6, retryAfterS: 1 });
  running.simulator.faults.tooManyRequests('editMessageText', { times: 6, retryAfterS: 1 });
  running.simulator.faults.tooManyRequests('getUpdates', { times: 2, retryAfterS: 1 });
  await Promise.all(people.map((person) => person.tap('❓ Помощь')));
  for (const person of people)
    await person.waitFor(({ text }) => text.startsWith('❓ Помощь'), { what: 'the help' });

  for (const person of people) expect(person.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
});

/** An assignment is given to the operator. */
const startWithNews = async () => {
  let clinic: Clinic | undefined;
  const running = await startBot({
    given: async (db) => {
      clinic = await givenClinic(db);
    },
  });
  const people = clinic;
  if (!people) throw new Error('the clinic was not given');
  let count = 0;
  const tellOperator = async () => {
    count += 1;
    const { historyId } = await givenCall(running.db);
    const owner = { ownerId: people.operator.id, givenById: people.admin.id };
    const { id } = await running.db.assignment.create({
      data: { historyId, kind: 'callback', ...owner, dueAt: '2030-01-01T12:00:00Z' },
    });
    const event = assignmentCreated.of({ assignmentId: id, historyId, ...owner });
    const about = { causedBy: `tg-${count}`, actorId: people.admin.id, origin: null, at: new Date() };
    await publishEvents(running.harness.deps, [event], about);
    await until(async () => (await running.db.outbox.count({ where: { queue: 'bot-gateway' } })) === 0, {
      what: 'the event to be over',
    });
  };
  return { running, tellOperator };
};

const unreachableSince = async ({ db }: RunningBot) =>
  (await db.user.findUniqueOrThrow({ where: { telegramId: TELEGRAM.operator } })).unreachableSince;

test('somebody who has blocked the bot gets no news until he writes again, then he does', async () => {
  const { running, tellOperator } = await startWithNews();
  bot = running;
  const operator = running.person('operator');

  operator.block();
  await until(async () => (await unreachableSince(running)) !== null, { what: 'the block to be noted' });
  await tellOperator();
  expect(operator.messages()).toEqual([]);

  await operator.send('/start');
  await operator.waitFor(({ buttons }) => buttons.length > 0, { what: 'the menu' });
  expect(await unreachableSince(running)).toBeNull();
  await tellOperator();
  await operator.waitFor(({ text }) => text.includes('Вам новое поручение'), { what: 'the news' });
});

test('a refusal by Telegram alone tells that somebody cannot be reached', async () => {
  const { running, tellOperator } = await startWithNews();
  bot = running;
  const operator = running.person('operator');
  await running.stopGateway();
  operator.block();
  // The update about it was dropped: a bot that was away for a day gets none of the older ones.
  const api = new URL(`/bot${running.simulator.token}/deleteWebhook`, running.simulator.apiRoot);
  api.searchParams.set('drop_pending_updates', 'true');
  await fetch(api, { method: 'POST' });
  await running.startGateway();
  expect(await unreachableSince(running)).toBeNull();

  await tellOperator();
  await until(async () => (await unreachableSince(running)) !== null, { what: 'the refusal to be noted' });
  expect(operator.messages()).toEqual([]);
});
