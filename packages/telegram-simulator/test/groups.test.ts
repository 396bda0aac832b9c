import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { InlineKeyboard } from 'grammy';
import { NotAMemberError, SimulatorError, UnknownGroupError } from '../src/index.js';
import { ANNA, BORIS, botOf, givenFolder, givenSimulator, refusalOf } from './support.js';

const DEVELOPERS = { id: -1_001_000_000_001, title: 'Разработчики', memberIds: [ANNA.id, BORIS.id] };

test('the bot is told which group took it in, and posts there for every member to see', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const group = simulator.addGroup(DEVELOPERS);

  const [update] = await api.getUpdates();
  await api.sendMessage(DEVELOPERS.id, 'Сообщение <b>№ 7</b>', { parse_mode: 'HTML' });

  expect(update?.my_chat_member).toMatchObject({
    chat: { id: DEVELOPERS.id, title: 'Разработчики', type: 'supergroup' },
    from: { id: ANNA.id },
    old_chat_member: { status: 'left' },
    new_chat_member: { status: 'member' },
  });
  expect(await api.getChat(DEVELOPERS.id)).toMatchObject({ title: 'Разработчики', type: 'supergroup' });
  expect(group.member(BORIS.id).lastMessage()).toMatchObject({ text: 'Сообщение № 7', from: 'bot' });
  expect(simulator.person(BORIS.id).messages()).toEqual([]);
});

test('of a group’s talk the bot gets commands and replies to itself, and nothing else', async () => {
  const simulator = await givenSimulator({ groups: [DEVELOPERS] });
  const { api } = botOf(simulator);
  const boris = simulator.group(DEVELOPERS.id).member(BORIS.id);
  const [joined] = await api.getUpdates();
  const report = await api.sendMessage(DEVELOPERS.id, 'Проблема № 7');

  const aside = await boris.send('Кто посмотрит?');
  await boris.send('Мне', { replyTo: aside.messageId });
  await boris.send('/start@another_bot');
  await boris.send('Исправлено', { replyTo: report.message_id });
  await boris.send('/chat');
  await boris.send('/chat@perezvon_demo_bot');

  const updates = await api.getUpdates({ offset: Number(joined?.update_id) + 1 });
  expect(updates.map(({ message }) => message?.text)).toEqual([
    'Исправлено',
    '/chat',
    '/chat@perezvon_demo_bot',
  ]);
  expect(updates[0]?.message).toMatchObject({
    from: { id: BORIS.id },
    chat: { id: DEVELOPERS.id, type: 'supergroup' },
    reply_to_message: { message_id: report.message_id, from: { is_bot: true } },
  });
});

test('a button in a group tells the bot who pressed it and where', async () => {
  const simulator = await givenSimulator({ groups: [DEVELOPERS] });
  const bot = botOf(simulator);
  await bot.api.sendMessage(DEVELOPERS.id, 'Проблема № 7', {
    reply_markup: new InlineKeyboard().text('Ответить', 'answer'),
  });
  const boris = simulator.group(DEVELOPERS.id).member(BORIS.id);

  const tapped = boris.tap('Ответить');
  const update = (await bot.api.getUpdates({ timeout: 5 })).find(({ callback_query: query }) => query);
  await bot.api.answerCallbackQuery(update?.callback_query?.id ?? '', { text: 'Напишите ответ' });

  expect(update?.callback_query).toMatchObject({
    from: { id: BORIS.id },
    message: { chat: { id: DEVELOPERS.id } },
  });
  expect(await tapped).toEqual({ text: 'Напишите ответ', showAlert: false });
});

test('a bot that was removed from a group is refused there until it is added again', async () => {
  const simulator = await givenSimulator({ groups: [DEVELOPERS] });
  const { api } = botOf(simulator);
  const group = simulator.group(DEVELOPERS.id);

  group.removeBot();
  const refusal = await refusalOf(api.sendMessage(DEVELOPERS.id, 'Проблема № 8'));
  await group.member(ANNA.id).send('/chat');
  group.addBot();
  await api.sendMessage(DEVELOPERS.id, 'Проблема № 8');

  expect(refusal).toEqual({ code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' });
  const updates = await api.getUpdates();
  expect(updates.map(({ my_chat_member: change }) => change?.new_chat_member.status)).toEqual([
    'member',
    'kicked',
    'member',
  ]);
});

test('only members write in a group, and a group has at least one', async () => {
  const simulator = await givenSimulator({ groups: [{ ...DEVELOPERS, memberIds: [ANNA.id] }] });

  expect(() => simulator.group(DEVELOPERS.id).member(BORIS.id)).toThrow(NotAMemberError);
  expect(() => simulator.group(-5)).toThrow(UnknownGroupError);
  expect(() => simulator.addGroup({ id: -6, title: 'Пусто', memberIds: [] })).toThrow(SimulatorError);
  simulator.addGroup(DEVELOPERS);
  await simulator.group(DEVELOPERS.id).member(BORIS.id).send('Я тоже здесь');
});

test('a group and its talk survive a restart; chats kept before there were groups are still read', async () => {
  const folder = await givenFolder();
  const kept = [
    { kind: 'person-added', person: { id: ANNA.id, firstName: 'Анна' } },
    {
      kind: 'callback-asked',
      callback: { id: '1', personId: ANNA.id, messageId: 1, data: 'x', askedAtMs: 0, answered: false },
    },
    { kind: 'read', personId: ANNA.id, messageId: 1 },
    { kind: 'callback-answered', personId: ANNA.id, callbackId: '1', answer: null },
  ];
  await writeFile(join(folder, 'journal.jsonl'), `${JSON.stringify(kept)}\n`);
  const before = await givenSimulator({ stateDirectory: folder, groups: [DEVELOPERS] });
  await before.group(DEVELOPERS.id).member(ANNA.id).send('Всем привет');
  await before.stop();

  const after = await givenSimulator({ stateDirectory: folder, groups: [DEVELOPERS] });

  expect(after.group(DEVELOPERS.id).messages()).toMatchObject([{ text: 'Всем привет', authorId: ANNA.id }]);
  expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toContain('Разработчики');
  const updates = await botOf(after).api.getUpdates();
  expect(updates).toHaveLength(1);
});
