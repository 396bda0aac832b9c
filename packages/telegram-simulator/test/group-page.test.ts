import { expect } from '@jest/globals';
import { InlineKeyboard } from 'grammy';
import { openPage, testInBrowser } from './browser.js';
import { ANNA, BORIS, botOf, givenSimulator, poll } from './support.js';

const button = (name: string) => ['button', { name, exact: true }] as const;

testInBrowser('a group is made on the page; each member writes there, and answers the bot', async () => {
  const simulator = await givenSimulator();
  const bot = botOf(simulator);
  bot.on('my_chat_member', (context) => context.reply(`Проблема № 7 · чат ${context.chat.id}`));
  bot.on('message:text', (context) =>
    context.reply(`Передал: ${context.message.text}`, {
      reply_parameters: { message_id: context.message.message_id },
    }),
  );
  poll(bot);
  const { page, errors } = await openPage(simulator.chatUrl);

  await page.getByRole(...button('Новая группа')).click();
  await page.getByLabel('Название').fill('Разработчики');
  await page.getByRole(...button('Создать')).click();
  const report = page.getByRole('article').filter({ hasText: 'Проблема № 7' });
  await report.waitFor();
  await page.getByText('группа · 2 участника и бот').waitFor();
  await page.getByLabel('Пишет').selectOption({ label: 'Борис' });
  await page.getByLabel('Сообщение', { exact: true }).fill('Сам себе');
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: /^Вы/ }).filter({ hasText: 'Сам себе' }).waitFor();
  await report.hover();
  await report.getByRole(...button('Ответить на сообщение')).click();
  await page.getByLabel('Сообщение', { exact: true }).fill('Исправлено');
  await page.keyboard.press('Enter');
  await page.getByRole('article').filter({ hasText: 'Передал: Исправлено' }).waitFor();
  await page.getByLabel('Пишет').selectOption({ label: 'Анна Орлова' });
  await page
    .getByRole('article', { name: /^Борис/ })
    .filter({ hasText: 'Сам себе' })
    .waitFor();

  // What members say to each other is not told to the bot.
  expect(await page.getByRole('article').filter({ hasText: 'Передал: Сам себе' }).count()).toBe(0);
  expect(await page.locator('.quote').allTextContents()).toEqual([
    expect.stringContaining('Проблема № 7'),
    'БорисИсправлено',
  ]);
  expect(simulator.person(BORIS.id).messages()).toEqual([]);
  expect(errors).toEqual([]);
});

testInBrowser('a group’s title and members are changed, the bot removed and taken in again', async () => {
  const group = { id: -1_001_000_000_001, title: 'Разработчики', memberIds: [ANNA.id] };
  const simulator = await givenSimulator({ groups: [group] });
  const { api } = botOf(simulator);
  const { page, errors } = await openPage(`${simulator.chatUrl}#${group.id}`);

  await page.getByRole(...button('Ещё')).click();
  await page.getByRole('menuitem', { name: 'Изменить группу' }).click();
  await page.getByLabel('Название').fill('Дежурные');
  await page.getByLabel('Борис').check();
  await page.getByRole(...button('Сохранить')).click();
  await page.getByText('группа · 2 участника и бот').waitFor();
  await page.getByRole(...button('Ещё')).click();
  await page.getByRole('menuitem', { name: 'Удалить бота из группы' }).click();
  await page.getByText('группа · 2 участника, бота нет').waitFor();
  await expect(api.sendMessage(group.id, 'Проблема')).rejects.toThrow(/bot was kicked/);
  await page.getByRole(...button('Ещё')).click();
  await page.getByRole('menuitem', { name: 'Вернуть бота в группу' }).click();
  await page.getByText('группа · 2 участника и бот').waitFor();
  await api.sendMessage(group.id, 'Снова здесь');
  await page.getByRole('article').filter({ hasText: 'Снова здесь' }).waitFor();

  expect(await page.getByRole('button', { name: /^Дежурные/ }).count()).toBe(1);
  expect(errors).toEqual([]);
});

testInBrowser('a link to the bot asks for «Начать» and brings its payload, also from a group', async () => {
  const group = { id: -1_001_000_000_001, title: 'Разработчики', memberIds: [ANNA.id] };
  const simulator = await givenSimulator({ groups: [group] });
  const { api } = botOf(simulator);
  await api.sendMessage(ANNA.id, 'Меню');
  await api.sendMessage(group.id, 'Звонок', {
    reply_markup: new InlineKeyboard().url('Открыть', 'https://t.me/perezvon_demo_bot?start=call_Ab-1'),
  });
  const anna = simulator.person(ANNA.id);
  const { page, errors } = await openPage(`${simulator.chatUrl}#${group.id}`);

  await page.getByRole('link', { name: 'Открыть' }).click();
  await page.getByText('бот · вы — Анна Орлова').waitFor();
  await page.getByRole(...button('Начать')).click();
  await anna.waitFor(({ text }) => text === '/start call_Ab-1', { what: 'the payload of the link' });
  await page.getByLabel('Сообщение', { exact: true }).waitFor();
  await page.goto(`${simulator.chatUrl}#${ANNA.id}?start=second`);
  await page.getByRole(...button('Начать')).click();
  await anna.waitFor(({ text }) => text === '/start second', { what: 'the payload of the address' });

  expect(errors).toEqual([]);
});

testInBrowser('what happens while a chat is being opened is shown, too', async () => {
  const group = { id: -1_001_000_000_001, title: 'Разработчики', memberIds: [ANNA.id] };
  const simulator = await givenSimulator({ groups: [group] });
  const { api } = botOf(simulator);
  await api.sendMessage(group.id, 'Сказано раньше');
  const { page, errors } = await openPage(`${simulator.chatUrl}#${ANNA.id}`);
  const row = page.getByRole('button', { name: /^Разработчики|Сказано/ });
  await page.route(`**/chat/chats/${group.id}`, async (route) => {
    const response = await route.fetch();
    await api.sendMessage(group.id, 'Сказано между делом');
    // The page has heard of it before its question is answered.
    await row.filter({ hasText: 'Сказано между делом' }).waitFor();
    await route.fulfill({ response });
  });
  await row.click();

  await page.getByRole('article').filter({ hasText: 'Сказано раньше' }).waitFor();
  expect(await page.getByRole('article').filter({ hasText: 'Сказано между делом' }).count()).toBe(1);
  expect(errors).toEqual([]);
});
