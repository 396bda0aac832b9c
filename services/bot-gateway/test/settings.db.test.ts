import { givenCall, givenClinic } from '@perezvon/db/testing';
import type { ChatMessage } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { Api } from 'grammy';
import { startBot, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const says = (words: string) => (message: ChatMessage) =>
  message.from === 'bot' && message.text.includes(words);

test('another language speaks at once, in the commands too, whatever Telegram speaks, and there is a way back', async () => {
  bot = await startBot({ given: givenClinic });
  const admin = bot.person('admin');
  await admin.send('/menu');
  await admin.tap('🔧 Настройки');
  await admin.tap('🌐 Язык');
  await admin.tap('🇬🇧 English');
  const settings = await admin.waitFor(says('We speak English now'), { what: 'the settings in English' });
  expect(settings.text).toContain('Language: English');
  await admin.send('/menu');
  await admin.waitFor(says('Анна · Admin'), { what: 'the menu in English' });

  const api = new Api(bot.simulator.token, { apiRoot: bot.simulator.apiRoot });
  const commands = await api.getMyCommands({ scope: { type: 'chat', chat_id: admin.id } });
  expect(commands).toContainEqual({ command: 'help', description: 'Help' });

  await admin.tap('🔧 Settings');
  await admin.tap('🌐 Language');
  await admin.tap('🇷🇺 Русский');
  await admin.waitFor(says('Теперь говорим по-русски'), { what: 'the settings in Russian' });
});

test('whom to write to is set by a superadmin and read by everybody', async () => {
  bot = await startBot({ given: givenClinic });
  const superadmin = bot.person('superadmin');
  const operator = bot.person('operator');
  await operator.send('/help');
  await operator.waitFor(says('Если срочно, напишите'), { what: 'the superadmins while nobody is named' });

  await superadmin.send('/menu');
  await superadmin.tap('🔧 Настройки');
  await superadmin.tap('☎️ Кому писать');
  await superadmin.tap('✏️ Техника');
  await superadmin.send('x'.repeat(201));
  await superadmin.waitFor(says('от 1 до 200 символов'), { what: 'that it is too long' });
  await superadmin.send('Игорь <igor>, @igor');
  await superadmin.waitFor(says('Так увидят все'), { what: 'the last question' });
  await superadmin.tap('✅ Сохранить');
  await superadmin.waitFor(says('✅ Сохранено'), { what: 'that it is kept' });

  await operator.send('/help');
  const help = await operator.waitFor(says('Техника: Игорь <igor>, @igor'), { what: 'the contact' });
  expect(help.text).not.toContain('Если срочно');
  await operator.send('/menu');
  await operator.waitFor(says('Ольга · Оператор'), { what: 'the menu' });
  await operator.tap('🔧 Настройки');
  await operator.tap('☎️ Кому писать');
  const contacts = await operator.waitFor(({ text }) => text.startsWith('☎️ Кому писать'), {
    what: 'the contacts in the settings',
  });
  expect(contacts.text).toContain('Техника: Игорь');
  // Who may not change it sees no way to.
  expect(operator.buttons(contacts.messageId).map(({ text }) => text)).toEqual(['⬅️ Назад', '🏠 Меню', '❓']);
});

test('«❓» in the middle of a question explains it, and «Назад» leads into the question, which still takes words', async () => {
  let historyId = 0;
  bot = await startBot({
    given: async (db) => {
      await givenClinic(db);
      ({ historyId } = await givenCall(db));
    },
  });
  const admin = bot.person('admin');
  await admin.send(`#${historyId}`);
  await admin.tap('👤 Назначить');
  await admin.tap('Перезвон');
  await admin.tap(/Ольга/u);
  await admin.tap('Другая дата');
  await admin.waitFor(says('Напишите срок'), { what: 'the question' });
  await admin.tap('❓');
  await admin.waitFor(says('👤 Как назначить'), { what: 'its chapter' });
  await admin.tap('⬅️ Назад');
  await admin.waitFor(says('Напишите срок'), { what: 'the question again' });
  await admin.send('через 3 часа');
  await admin.tap('✅ Подтвердить');
  await admin.waitFor(says('Выполняется'), { what: 'that it is under way' });
});
