import { expect, test } from '@jest/globals';
import { InlineKeyboard } from 'grammy';
import { PortInUseError, SimulatorError, UnknownPersonError, WaitTimeoutError } from '../src/index.js';
import { ANNA, BORIS, botOf, givenSimulator, refusalOf } from './support.js';

const keyboard = { reply_markup: new InlineKeyboard().text('Да', 'yes').text('Нет', 'no') };

test('a wait that fails names the button, and what was there instead', async () => {
  const simulator = await givenSimulator();
  await botOf(simulator).api.sendMessage(ANNA.id, 'Точно?', keyboard);
  const anna = simulator.person(ANNA.id);

  await expect(anna.tap('Может быть', { timeoutMs: 20 })).rejects.toThrow(
    'waited 20 ms for the button «Может быть»; buttons there: «Да» «Нет»',
  );
  await expect(anna.tap('Да', { timeoutMs: 20 })).rejects.toThrow(
    "waited 20 ms for the bot's answer to the button «Да»; answerCallbackQuery was not called",
  );
  await expect(anna.waitFor(() => false, { what: 'the menu', timeoutMs: 20 })).rejects.toThrow(
    new WaitTimeoutError('waited 20 ms for the menu; the newest message is «Точно?»'),
  );
});

test('a tap waits for its button, takes the newest one, or that of a given message', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const anna = simulator.person(ANNA.id);
  const early = anna.tapWithoutWaiting('Да');
  await expect(early).rejects.toBeInstanceOf(WaitTimeoutError);

  const waiting = anna.tap((button) => button.callbackData === 'yes', { timeoutMs: 5_000 });
  const first = await api.sendMessage(ANNA.id, 'Первое', keyboard);
  const [update] = await api.getUpdates({ timeout: 5 });
  await api.answerCallbackQuery(update?.callback_query?.id ?? '', { text: 'Принято' });
  expect(await waiting).toEqual({ text: 'Принято', showAlert: false });

  const second = await api.sendMessage(ANNA.id, 'Второе', keyboard);
  await anna.tapWithoutWaiting('Нет');
  await anna.tapWithoutWaiting('Нет', { messageId: first.message_id });
  const updates = await api.getUpdates({ offset: Number(update?.update_id) + 1 });
  expect(updates.map(({ callback_query: query }) => query?.message?.message_id)).toEqual([
    second.message_id,
    first.message_id,
  ]);
  expect(anna.buttons().map(({ text }) => text)).toEqual(['Да', 'Нет']);
});

test('a blocked bot is told so, and may write again when it is unblocked', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const boris = simulator.person(BORIS.id);

  boris.block();
  const refusal = await refusalOf(api.sendMessage(BORIS.id, 'Привет'));
  boris.unblock();
  await api.sendMessage(BORIS.id, 'Снова привет');

  expect(refusal).toEqual({ code: 403, description: 'Forbidden: bot was blocked by the user' });
  const updates = await api.getUpdates();
  expect(updates.map(({ my_chat_member: member }) => member?.new_chat_member.status)).toEqual([
    'kicked',
    'member',
  ]);
});

test('chats are apart: nobody sees what another was sent', async () => {
  const simulator = await givenSimulator();
  await botOf(simulator).api.sendMessage(ANNA.id, 'Только Анне');

  expect(simulator.person(BORIS.id).messages()).toEqual([]);
  expect(() => simulator.person(42)).toThrow(UnknownPersonError);
  const vera = simulator.addPerson({ id: 1003, firstName: 'Вера' });
  await vera.send('/start');
  expect(simulator.person(1003).lastMessage()).toMatchObject({ text: '/start', from: 'person' });
});

test('a port in use and a token that is none stop the start with what to do', async () => {
  const simulator = await givenSimulator();
  const port = Number(new URL(simulator.apiRoot).port);

  await expect(givenSimulator({ port })).rejects.toThrow(PortInUseError);
  await expect(givenSimulator({ port })).rejects.toThrow(
    `port ${port} is in use: stop the other program or set SIMULATOR_PORT to a free port`,
  );
  await expect(givenSimulator({ token: 'secret' })).rejects.toBeInstanceOf(SimulatorError);
});
