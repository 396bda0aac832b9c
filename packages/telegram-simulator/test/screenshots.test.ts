import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { InlineKeyboard, InputFile } from 'grammy';
import type { Page } from 'playwright-core';
import { openPage, testInBrowser } from './browser.js';
import { silence } from './sound.js';
import { ANNA, BORIS, botOf, givenSimulator, poll } from './support.js';

/** `SCREENSHOTS=write` renews the pictures in `docs/screenshots/`; else they are taken and only looked at. */
const FOLDER = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const isWriting = process.env['SCREENSHOTS'] === 'write';
/** A picture in the documentation stays small. */
const MOST_BYTES = 150_000;
/** In place of the chat's wallpaper, which is most of a picture's bytes. */
const PLAIN = '#88b884';
const SMALL = { width: 900, height: 700 };
const PHONE = { width: 390, height: 760 };

const DEVELOPERS = { id: -1_001_000_000_001, title: 'Разработчики', memberIds: [ANNA.id, BORIS.id] };

const keep = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  // Not the screenshot's `style`: the page's content security policy refuses one.
  await page.locator('.wallpaper').evaluate((wallpaper, colour) => {
    wallpaper.parentElement?.style.setProperty('background', colour);
    wallpaper.remove();
  }, PLAIN);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  expect(picture.length).toBeLessThan(MOST_BYTES);
  if (!isWriting) return;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, name), picture);
};

const button = (name: string) => ['button', { name, exact: true }] as const;

const BARS = [34, 52, 41, 78, 63, 90, 47];

/** A picture as reports have them: seven days in bars. */
const drawChart = async (page: Page): Promise<Buffer> => {
  const bars = BARS.map(
    (height, day) =>
      `<rect x="${12 + day * 42}" y="${108 - height}" width="28" height="${height}" rx="4" fill="${height > 70 ? '#e53935' : '#3390ec'}"/>`,
  );
  const sheet = await page.context().newPage();
  await sheet.setViewportSize({ width: 300, height: 116 });
  await sheet.setContent(
    `<body style="margin:0"><svg width="300" height="116" style="background:#fff">${bars.join('')}</svg>`,
  );
  const picture = await sheet.screenshot();
  await sheet.close();
  return picture;
};

/** A chat with everything in it that a bot may send. */
const givenFullChat = async () => {
  const simulator = await givenSimulator({
    people: [
      { ...ANNA, about: 'администратор' },
      { ...BORIS, about: 'оператор' },
    ],
    groups: [DEVELOPERS],
  });
  const bot = botOf(simulator);
  bot.callbackQuery('listened', async (context) => {
    await context.answerCallbackQuery('Записано: прослушано');
    await context.editMessageText('🔴 Звонок <b>#500123</b> · риск жалобы 87\n✅ Прослушано', {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('👤 Назначить', 'assign').text('📝 Расшифровка', 'text'),
    });
  });
  poll(bot);
  const { api } = bot;
  const { page, errors } = await openPage(simulator.chatUrl, SMALL);
  const chart = await drawChart(page);

  await api.sendMessage(BORIS.id, 'Вам новое поручение: перезвонить до 18:00');
  await api.sendPhoto(ANNA.id, new InputFile(chart, 'chart.png'), { caption: '📊 Дашборд за 7 дней' });
  await api.sendDocument(ANNA.id, new InputFile(Buffer.from('1;2'), 'звонки.xlsx'), {
    caption: 'Готово: 214 строк',
  });
  await api.sendAudio(ANNA.id, new InputFile(silence(3), 'звонок.wav'), {
    title: 'Звонок #500123',
    caption: 'Слушать с 0:42: «буду жаловаться»',
  });
  await api.sendMessage(ANNA.id, '🔴 Звонок <b>#500123</b> · риск жалобы 87', {
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('✅ Прослушано', 'listened').text('👤 Назначить', 'assign'),
  });
  return { simulator, api, page, errors };
};

testInBrowser(
  'all that a bot sends stands in one chat: photo, file, recording, edit, toast, unread',
  async () => {
    const { page, errors } = await givenFullChat();

    await page.getByRole(...button('✅ Прослушано')).click();
    await page.locator('.toast', { hasText: 'Записано: прослушано' }).waitFor();
    await page.getByText('изменено').waitFor();
    await page.getByLabel('непрочитанных: 1').waitFor();
    await keep(page, 'chat.png');

    expect(await page.locator('.photo, .file, .sound').count()).toBe(3);
    expect(errors).toEqual([]);
  },
);

testInBrowser('a group on a phone: who wrote what, an answer to the bot, who is writing', async () => {
  const { simulator, api, page, errors } = await givenFullChat();
  const report = await api.sendMessage(
    DEVELOPERS.id,
    '🆘 Обращение № 7 · администратор\nЭкран «Звонок», след tg-1764\n\nНе открывается запись.',
    { reply_markup: new InlineKeyboard().text('Ответить', 'answer') },
  );
  const boris = simulator.group(DEVELOPERS.id).member(BORIS.id);
  await boris.send('Смотрю');
  const { messageId } = await boris.send('Исправлено, попробуйте ещё раз', { replyTo: report.message_id });
  await api.sendMessage(DEVELOPERS.id, '✅ Передано', { reply_parameters: { message_id: messageId } });

  await page.setViewportSize(PHONE);
  await page.getByRole(...button('К списку чатов')).click();
  await page.getByRole('button', { name: /^Разработчики/ }).click();
  await page.getByRole('article').filter({ hasText: 'Передано' }).waitFor();
  await page.getByText('группа · 2 участника и бот').waitFor();
  await keep(page, 'group.png');

  expect(await page.locator('.writer:visible').allTextContents()).toEqual(['Перезвон', 'Борис', 'Перезвон']);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(PHONE.width);
  expect(errors).toEqual([]);
});
