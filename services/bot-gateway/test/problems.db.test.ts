import { actionFailed } from '@perezvon/contracts';
import { publishEvents } from '@perezvon/messaging';
import { givenClinic, until } from '@perezvon/db/testing';
import type { ChatMessage, Person } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { deliverProblems } from '../src/problems/deliver.js';
import { openGateway } from '../src/start.js';
import { DEVELOPERS, startBot, type RunningBot } from './support/running-bot.js';

const WORDS = 'Карточка <b>пустая</b> & «Прослушать» молчит 😕';
const ANSWER = 'Исправили, обновите экран';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const says = (words: string) => (message: ChatMessage) =>
  message.from === 'bot' && message.text.includes(words);
const counts = ({ messages }: Pick<Person, 'messages'>, words: string): number =>
  messages().filter(says(words)).length;

/** Opens the question by the labels that lead to it, types the words and sends them. */
const report = async (person: Person, way: readonly string[], words: string): Promise<void> => {
  await person.send('/menu');
  for (const label of way) await person.tap(label);
  await person.tap('🆘 Сообщить о проблеме');
  await person.waitFor(says('Напишите одним сообщением'), { what: 'the question' });
  await person.send(words);
  await person.tap('✅ Отправить');
  await person.waitFor(says('Отправлено разработчикам: обращение №1'), { what: 'that it is sent' });
};

test('a report reaches the developers, their answer its author, and the talk goes on by button and by reply', async () => {
  bot = await startBot({ supremeDevs: ['supremeDev'], given: givenClinic });
  const { db } = bot;
  const admin = bot.person('admin');
  const developer = bot.person('supremeDev');
  await report(admin, ['👥 Пользователи', '❓'], WORDS);
  // Back where it was asked from, with the help and the question behind.
  await admin.waitFor(says('👥 Пользователи'), { what: 'the screen it was about' });

  const asked = await developer.waitFor(says('Новое обращение'), { what: 'the report' });
  expect(asked.text).toContain(WORDS);
  expect(asked.text).toMatch(/🆘 Проблема №1 · ждёт ответа\nАдминистратор, сотрудник №\d+/u);
  expect(asked.text).toMatch(/экран: users\nСлед: tg-\d+ · версия \d+\.\d+\.\d+/u);
  expect(asked.text).not.toContain('Анна');

  await developer.tap('✍️ Ответить');
  await developer.send(ANSWER);
  await developer.tap('✅ Отправить');
  const answered = await admin.waitFor(says('Разработчики ответили'), { what: 'the answer' });
  expect(answered.text).toContain(ANSWER);
  await developer.waitFor(says('Ответ по обращению №1 отправлен'), { what: 'that the answer is sent' });

  await admin.send('Спасибо, работает', { replyTo: answered.messageId });
  await admin.waitFor(says('Добавлено к обращению №1'), { what: 'that it is added' });
  await developer.waitFor(says('Автор дополнил обращение'), { what: 'what the author added' });
  await developer.tap('✅ Закрыть');
  await developer.waitFor(says('Обращение №1 закрыто'), { what: 'that it is closed' });

  // Three things were said, each went to one chat once.
  const sent = await db.problemDelivery.findMany({ select: { chatId: true, attempts: true, dueAt: true } });
  expect(sent).toEqual(
    [developer, admin, developer].map(({ id }) => ({ chatId: BigInt(id), attempts: 1, dueAt: null })),
  );
  // Whatever travels or is logged carries ids, never the words.
  const messages = JSON.stringify(await db.outbox.findMany({ select: { message: true } }));
  expect(messages).toContain('problem.report');
  expect(messages).not.toMatch(/пустая|Исправили|Спасибо/u);
});

test('in the developers’ group a reply is the answer, whoever of them writes it; its reader gets it in his language', async () => {
  bot = await startBot({ supremeDevs: ['supremeDev'], given: givenClinic, developersGroup: true });
  const operator = bot.person('operator');
  const group = bot.simulator.group(DEVELOPERS.id);
  await report(operator, ['❓ Помощь'], WORDS);
  const asked = await group.waitFor(says('Проблема №1'), { what: 'the report in the group' });
  expect(asked.text).toContain(WORDS);
  expect(asked.text).toContain('Оператор, сотрудник №');
  expect(bot.person('supremeDev').messages()).toEqual([]);

  await bot.db.user.updateMany({ where: { role: 'operator' }, data: { chosenLanguage: 'en' } });
  const stranger = group.member(bot.person('owner').id);
  await stranger.send('Кто посмотрит?');
  await stranger.send(ANSWER, { replyTo: asked.messageId });
  const answer = await operator.waitFor(says('The developers answered'), { what: 'the answer' });
  expect(answer.text).toContain(ANSWER);
  await group.waitFor(says('Ответ по обращению №1 отправлен'), { what: 'that the answer is sent' });

  await operator.send('Ещё молчит', { replyTo: answer.messageId });
  await group.waitFor(says('Автор дополнил обращение'), { what: 'what the author added' });
  expect(counts(group, 'Проблема №1')).toBe(2);
});

test('a report that Telegram does not take is kept over a restart and arrives once', async () => {
  let laterMs = 0;
  bot = await startBot({
    supremeDevs: ['supremeDev'],
    given: givenClinic,
    now: () => new Date(Date.now() + laterMs),
  });
  const { db, simulator } = bot;
  const developer = bot.person('supremeDev');
  const marketing = bot.person('marketing');
  await marketing.send('/menu');
  await marketing.tap('❓ Помощь');
  await marketing.tap('🆘 Сообщить о проблеме');
  await marketing.send(WORDS);
  await marketing.waitFor(says('Отправить разработчикам?'), { what: 'the last question' });
  simulator.faults.dropConnection('sendMessage');
  await marketing.tap('✅ Отправить');
  await until(async () => (await db.problemDelivery.count({ where: { attempts: 1, sentAt: null } })) === 1, {
    what: 'a try that came to nothing',
  });
  await bot.stopGateway();
  expect(developer.messages()).toEqual([]);

  laterMs = 60_000;
  await bot.startGateway();
  await developer.waitFor(says(WORDS), { what: 'the report after the restart', timeoutMs: 15_000 });
  await until(async () => (await db.problemDelivery.count({ where: { sentAt: null } })) === 0, {
    what: 'it is noted down',
  });
  expect(counts(developer, WORDS)).toBe(1);
});

test('a report whose chat is busy for longer than a claim holds arrives once', async () => {
  let laterMs = 0;
  bot = await startBot({
    supremeDevs: ['supremeDev'],
    given: givenClinic,
    now: () => new Date(Date.now() + laterMs),
  });
  const { db } = bot;
  await bot.stopGateway();
  const developer = bot.person('supremeDev');
  const { id: authorId } = await db.user.findFirstOrThrow({ where: { role: 'operator' } });
  const { id: noteId } = await db.note.create({ data: { authorId, text: WORDS } });
  await db.problemReport.create({
    data: {
      kind: 'problem',
      authorId,
      traceId: 'tg-1',
      version: '1.0.0',
      messages: {
        create: {
          side: 'author',
          writtenBy: authorId,
          noteId,
          deliveries: { create: { chatId: developer.id } },
        },
      },
    },
  });

  const { deps, close } = await openGateway(bot.harness.deps, bot.options);
  const attempted = (attempts: number) =>
    until(() => db.problemDelivery.count({ where: { attempts } }), { what: `claim ${attempts}` });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const busy = deps.lanes.run(developer.id, () => released);
  const rounds = [deliverProblems(deps)];
  await attempted(1);
  laterMs = 6 * 60_000;
  rounds.push(deliverProblems(deps));
  await attempted(2);
  release();
  await Promise.all([busy, ...rounds]);
  expect(counts(developer, WORDS)).toBe(1);
  await close();
});

test('an action that failed offers to report it, and the failure’s number goes along', async () => {
  bot = await startBot({ supremeDevs: ['supremeDev'], given: givenClinic });
  const admin = bot.person('admin');
  const { id: actorId } = await bot.db.user.findUniqueOrThrow({ where: { telegramId: BigInt(admin.id) } });
  const failed = actionFailed.of({
    action: 'user.block',
    subject: { kind: 'user', id: '1' },
    actorRole: 'admin',
    code: 'error',
  });
  await publishEvents(bot.harness.deps, [failed], {
    causedBy: 'tg-555.failed',
    actorId,
    origin: { chatId: admin.id, messageId: 1 },
    at: new Date(),
  });
  await admin.waitFor(says('Не выполнено: сбой системы'), { what: 'the failure' });
  await admin.tap('🆘 Сообщить о проблеме');
  await admin.waitFor(says('номер сбоя tg-555'), { what: 'the failure’s number' });
  await admin.send(WORDS);
  await admin.tap('✅ Отправить');
  const told = await bot.person('supremeDev').waitFor(says('Новое обращение'), { what: 'the report' });
  expect(told.text).toContain('След: tg-555');
});
