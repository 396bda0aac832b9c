import { expect, test } from '@jest/globals';
import { InlineKeyboard } from 'grammy';
import { ANNA, botOf, givenSimulator, refusalOf } from './support.js';

test('updates stay until an offset confirms them, and their ids grow', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const anna = simulator.person(ANNA.id);
  for (const text of ['один', 'два', 'три']) await anna.send(text);

  const first = await api.getUpdates({ limit: 2 });
  const again = await api.getUpdates();
  const [one, two, three] = again.map(({ update_id: id }) => id);

  expect(first.map(({ message }) => message?.text)).toEqual(['один', 'два']);
  expect(again.map(({ message }) => message?.text)).toEqual(['один', 'два', 'три']);
  expect([two, three]).toEqual([Number(one) + 1, Number(one) + 2]);
  expect(await api.getUpdates({ offset: Number(two) + 1 })).toMatchObject([{ update_id: three }]);
  expect(await api.getUpdates({ offset: Number(three) + 1 })).toEqual([]);
});

test('a negative offset keeps only the last updates', async () => {
  const simulator = await givenSimulator();
  const anna = simulator.person(ANNA.id);
  for (const text of ['один', 'два', 'три']) await anna.send(text);

  const last = await botOf(simulator).api.getUpdates({ offset: -1 });

  expect(last.map(({ message }) => message?.text)).toEqual(['три']);
});

test('a long poll is answered as soon as somebody writes', async () => {
  const simulator = await givenSimulator();
  const waiting = botOf(simulator).api.getUpdates({ timeout: 30 });

  await simulator.person(ANNA.id).send('/start now');

  expect(await waiting).toMatchObject([
    {
      message: {
        text: '/start now',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
        from: { id: ANNA.id },
      },
    },
  ]);
});

test('of two bots that poll at once one is ended with 409 and the other gets the updates', async () => {
  const simulator = await givenSimulator();
  const polls = [1, 2].map(() => botOf(simulator).api.getUpdates({ timeout: 30 }));

  const refusal = await Promise.any(polls.map(refusalOf));
  await simulator.person(ANNA.id).send('привет');
  const ends = await Promise.allSettled(polls);

  expect(refusal).toEqual({
    code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('kinds the bot did not ask for are not queued', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await api.sendMessage(ANNA.id, 'Кнопка', { reply_markup: new InlineKeyboard().text('Да', 'yes') });
  await api.getUpdates({ allowed_updates: ['callback_query'] });
  const anna = simulator.person(ANNA.id);

  await anna.send('не нужно');
  await anna.tapWithoutWaiting('Да');

  expect(await api.getUpdates()).toMatchObject([{ callback_query: { data: 'yes' } }]);
});

test('pending updates are counted, and dropped when the bot asks for it', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await simulator.person(ANNA.id).send('старое');

  expect(await api.getWebhookInfo()).toMatchObject({ url: '', pending_update_count: 1 });
  await api.deleteWebhook({ drop_pending_updates: true });
  expect(await api.getUpdates()).toEqual([]);
});

test('a tap on a message of last week tells the bot no content of it', async () => {
  let now = new Date('2026-11-17T09:00:00Z');
  const simulator = await givenSimulator({ now: () => now });
  const { api } = botOf(simulator);
  await api.sendMessage(ANNA.id, 'Меню', { reply_markup: new InlineKeyboard().text('Открыть', 'open') });
  now = new Date('2026-11-24T09:00:00Z');

  await simulator.person(ANNA.id).tapWithoutWaiting('Открыть');

  const [update] = await api.getUpdates();
  expect(update?.callback_query?.message).toEqual({
    message_id: 1,
    chat: expect.objectContaining({ id: ANNA.id }),
    date: 0,
  });
});

test('the bot has settled when it has confirmed everything, not when it has only taken it', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await simulator.settled();
  await simulator.person(ANNA.id).send('привет');

  const [update] = await api.getUpdates();
  await expect(simulator.settled({ timeoutMs: 50 })).rejects.toThrow('1 are pending');
  const settled = simulator.settled();
  await api.getUpdates({ offset: Number(update?.update_id) + 1 });

  await settled;
});
