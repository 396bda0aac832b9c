import { givenClinic, until } from '@perezvon/db/testing';
import { afterEach, expect, test } from '@jest/globals';
import type { Person } from '@perezvon/telegram-simulator';
import { startBot, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const askForCall = async (running: RunningBot) => {
  const superadmin = running.person('superadmin');
  await superadmin.send('/menu');
  await superadmin.tap('🧾 Журнал');
  await superadmin.tap('По звонку');
  await superadmin.waitFor(({ text }) => text.includes('напишите номер звонка'), { what: 'the question' });
  return superadmin;
};

const questionsWithButtons = (person: Person): number =>
  person
    .messages()
    .filter(({ text, buttons }) => text.includes('напишите номер звонка') && buttons.length > 0).length;

test('a typed word answers the open question, also after a restart and with news in between', async () => {
  bot = await startBot({ given: givenClinic });
  const superadmin = await askForCall(bot);
  await bot.stopGateway();
  await bot.startGateway();
  await bot.person('newcomer').send('/start');
  await bot.person('newcomer').tap('Запросить доступ');
  await superadmin.waitFor(({ text }) => text.includes('Новая заявка'), { what: 'the news' });

  await superadmin.send('не знаю');
  await superadmin.waitFor(({ text }) => text.startsWith('Не понял номер звонка'), {
    what: 'the question again',
  });
  await until(() => questionsWithButtons(superadmin) === 1, { what: 'one live question' });
  await superadmin.send('500123');
  await superadmin.waitFor(({ text }) => text.includes('Только звонок #500123'), {
    what: 'the filtered log',
  });
  await until(() => questionsWithButtons(superadmin) === 0, { what: 'no live question' });
  await superadmin.tap('⬅️ Назад');
  await superadmin.waitFor(({ text }) => text.includes('напишите номер звонка'), {
    what: 'the question, on the way back',
  });
});

test('/cancel and going on close the question', async () => {
  bot = await startBot({ given: givenClinic });
  const superadmin = await askForCall(bot);
  await superadmin.send('/cancel');
  await superadmin.waitFor(({ text }) => text.startsWith('Отменено.\n\nИгорь'), { what: 'the menu' });
  await superadmin.send('добрый день');
  await superadmin.waitFor(({ text }) => text.includes('и я открою его карточку'), {
    what: 'the general hint',
  });
});

test('who may open no call is not told to write its number', async () => {
  bot = await startBot({ given: givenClinic });
  const marketing = bot.person('marketing');
  await marketing.send('добрый день');
  await marketing.waitFor(({ text }) => text.includes('Всё, что вам доступно, — в меню'), {
    what: 'the hint without a call',
  });
  await marketing.send('/help');
  await marketing.tap('⌨️ Что писать');
  const chapter = await marketing.waitFor(({ text }) => text.startsWith('⌨️'), { what: 'the chapter' });
  expect(chapter.text).not.toContain('/call');
});

test('whatever a stranger writes, he sees the door', async () => {
  bot = await startBot({ given: givenClinic });
  const newcomer = bot.person('newcomer');
  await newcomer.send('500123');
  await newcomer.waitFor(({ text }) => text.includes('Доступ выдаёт администратор'), { what: 'the door' });
  expect(newcomer.buttons().map(({ text }) => text)).toEqual(['Запросить доступ']);
});
