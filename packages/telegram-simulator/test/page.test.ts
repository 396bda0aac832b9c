import { expect } from '@jest/globals';
import { InlineKeyboard, InputFile } from 'grammy';
import { DESKTOP, openPage, PHONE, testInBrowser } from './browser.js';
import { silence } from './sound.js';
import { ANNA, BORIS, botOf, givenFolder, givenSimulator, poll } from './support.js';

/** A click by text means a button that can be found by its name, as a screen reader finds it. */
const button = (name: string) => ['button', { name, exact: true }] as const;

testInBrowser(
  'an admin presses «Начать», follows buttons, and sees toast, alert and the rewritten message',
  async () => {
    const simulator = await givenSimulator();
    const bot = botOf(simulator);
    bot.command('start', (context) =>
      context.reply('Выберите <b>раздел</b>', {
        parse_mode: 'HTML',
        reply_markup: new InlineKeyboard().text('Аналитика', 'lm').text('Запрещено', 'no'),
      }),
    );
    bot.callbackQuery('lm', async (context) => {
      await context.answerCallbackQuery('Период: 7 дней');
      await context.editMessageText('Риски жалоб');
    });
    bot.callbackQuery('no', (context) => context.answerCallbackQuery({ text: 'Нет прав', show_alert: true }));
    poll(bot);
    const { page, errors } = await openPage(simulator.chatUrl);

    await page.getByRole(...button('Начать')).click();
    await page.locator('.text b', { hasText: 'раздел' }).waitFor();
    await page.getByRole(...button('Запрещено')).click();
    await page.getByRole('alertdialog').getByText('Нет прав').waitFor();
    await page.getByRole(...button('OK')).click();
    await page.getByRole(...button('Аналитика')).click();
    await page.locator('.toast', { hasText: 'Период: 7 дней' }).waitFor();
    const rewritten = page.getByRole('article').filter({ hasText: 'Риски жалоб' });
    await rewritten.getByText('изменено').waitFor();

    expect(await page.getByRole('article').count()).toBe(2);
    expect(errors).toEqual([]);
  },
);

testInBrowser('a pressed button waits visibly until the bot answers, also over a reload', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await api.sendMessage(ANNA.id, 'Готово?', { reply_markup: new InlineKeyboard().text('Да', 'yes') });
  const { page } = await openPage(simulator.chatUrl);
  const key = page.getByRole(...button('Да'));

  await key.click();
  const [update] = await api.getUpdates({ timeout: 5 });
  await page.locator('.key[aria-busy="true"]').waitFor();
  await page.reload();
  await page.locator('.key[aria-busy="true"]').waitFor();
  await api.answerCallbackQuery(update?.callback_query?.id ?? '');
  await page.locator('.key:not([aria-busy])').waitFor();

  expect(await key.isEnabled()).toBe(true);
});

testInBrowser('the list of people says who is who, where that is known', async () => {
  const simulator = await givenSimulator({ people: [{ ...ANNA, about: 'администратор' }, BORIS] });
  const { page } = await openPage(simulator.chatUrl);

  await page.getByRole('button', { name: /^Анна.*администратор/ }).waitFor();
  expect(await page.locator('.person-about').allTextContents()).toEqual(['администратор']);
});

testInBrowser('people are switched, unread messages counted, and each sees the own chat only', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await api.sendMessage(ANNA.id, 'Для Анны');
  const { page, errors } = await openPage(simulator.chatUrl);
  await page.getByRole('article').filter({ hasText: 'Для Анны' }).waitFor();

  await api.sendMessage(BORIS.id, 'Новое поручение');
  await api.sendMessage(BORIS.id, 'Срок сегодня');
  const boris = page.getByRole('button', { name: /^Борис/ });
  await boris.getByLabel('непрочитанных: 2').waitFor();
  await boris.click();
  await page.getByRole('article').filter({ hasText: 'Новое поручение' }).waitFor();
  await page.locator('.people .badge').waitFor({ state: 'detached' });

  expect(await page.getByRole('article').filter({ hasText: 'Для Анны' }).count()).toBe(0);
  await page.reload();
  await page.getByRole('article').filter({ hasText: 'Срок сегодня' }).waitFor();
  expect(errors).toEqual([]);
});

testInBrowser('text is typed and sent with Enter, commands are chosen with the keyboard alone', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await api.setMyCommands([
    { command: 'menu', description: 'Главное меню' },
    { command: 'help', description: 'Помощь' },
  ]);
  await api.sendMessage(ANNA.id, 'Здравствуйте');
  const { page, errors } = await openPage(simulator.chatUrl);
  const anna = simulator.person(ANNA.id);

  await page.getByLabel('Сообщение', { exact: true }).fill('завтра 12:00');
  await page.keyboard.press('Enter');
  await anna.waitFor(({ text }) => text === 'завтра 12:00', { what: 'the typed text' });
  // What is typed before the field has emptied stays behind the sent words.
  await page.locator('#composer-input:placeholder-shown').waitFor();
  await page.keyboard.type('/');
  await page.getByRole('menuitem', { name: '/help Помощь' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await anna.waitFor(({ text }) => text === '/help', { what: 'the chosen command' });

  await page.getByRole('article').filter({ hasText: '/help' }).waitFor();
  expect(await page.getByLabel('Сообщение', { exact: true }).inputValue()).toBe('');
  expect(errors).toEqual([]);
});

testInBrowser('a recording plays, a document downloads under its name, a photo opens', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const { page, errors } = await openPage(simulator.chatUrl);
  const picture = await page.screenshot();
  await api.sendAudio(ANNA.id, new InputFile(silence(1), 'звонок.wav'), { title: 'Звонок #500123' });
  await api.sendDocument(ANNA.id, new InputFile(Buffer.from('1;2'), 'звонки.csv'));
  await api.sendPhoto(ANNA.id, new InputFile(picture, 'chart.png'), { caption: 'Дашборд' });

  const audio = page.locator('audio[controls]');
  const played = await audio.evaluate(async (player) => {
    if (!(player instanceof HTMLAudioElement)) throw new Error('no player');
    const ended = new Promise((resolve) => player.addEventListener('ended', resolve, { once: true }));
    player.muted = true;
    await player.play();
    await ended;
    return player.duration;
  });
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /звонки\.csv/ }).click();
  await page.getByRole('button', { name: 'Фото: Дашборд' }).click();

  expect(played).toBeCloseTo(1, 1);
  expect((await downloading).suggestedFilename()).toBe('звонки.csv');
  await page.locator('#lightbox[open]').waitFor();
  expect(
    await page.locator('#lightbox-image').evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBe(DESKTOP.width);
  expect(errors).toEqual([]);
});

testInBrowser(
  'a recording plays on while a button under it is pressed and the message rewritten',
  async () => {
    const simulator = await givenSimulator();
    const { api } = botOf(simulator);
    const reply_markup = new InlineKeyboard().text('Прослушано', 'done');
    const sent = await api.sendAudio(ANNA.id, new InputFile(silence(20), 'звонок.wav'), { reply_markup });
    const { page } = await openPage(simulator.chatUrl);
    const audio = page.locator('audio');
    await audio.evaluate((player: HTMLAudioElement) => {
      player.muted = true;
      return player.play();
    });

    await page.getByRole(...button('Прослушано')).click();
    const [update] = await api.getUpdates({ timeout: 5 });
    await api.answerCallbackQuery(update?.callback_query?.id ?? '', { text: 'Отмечено' });
    await api.editMessageCaption(ANNA.id, sent.message_id, { caption: 'Прослушано вами' });
    await page.getByRole('article').filter({ hasText: 'Прослушано вами' }).waitFor();
    const reached = await audio.evaluate((player: HTMLAudioElement) => player.currentTime);
    await page.waitForFunction((from) => (document.querySelector('audio')?.currentTime ?? 0) > from, reached);

    expect(await audio.evaluate((player: HTMLAudioElement) => player.paused)).toBe(false);
  },
);

testInBrowser('formatting is drawn, and markup in words stays words', async () => {
  const simulator = await givenSimulator();
  const html =
    '<b>b</b> <i>i</i> <u>u</u> <s>s</s> <code>c</code> <tg-spoiler>тайна</tg-spoiler> ' +
    '<a href="https://example.org/">сюда</a> <a href="javascript:alert(1)">туда</a>' +
    '<pre>pre</pre><blockquote>цитата</blockquote>&lt;img src=x onerror=alert(1)&gt;';
  await botOf(simulator).api.sendMessage(ANNA.id, html, { parse_mode: 'HTML' });
  const { page, errors } = await openPage(simulator.chatUrl);
  const text = page.locator('.text');
  await text.waitFor();

  for (const tag of ['b', 'i', 'u', 's', 'code', 'pre', 'blockquote'])
    expect(await text.locator(tag).count()).toBe(1);
  expect(await text.locator('img').count()).toBe(0);
  expect(await text.textContent()).toContain('<img src=x onerror=alert(1)>');
  expect(
    await text.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['https://example.org/', null]);
  await page.getByLabel('Скрытый текст, показать').click();
  await text.locator('.spoiler.is-open').waitFor();
  expect(errors).toEqual([]);
});

testInBrowser(
  'on a phone the chat fills the screen, people are a tap away, a new one can start',
  async () => {
    const simulator = await givenSimulator();
    const bot = botOf(simulator);
    bot.command('start', (context) => context.reply(`Кто вы, ${context.from?.first_name}?`));
    poll(bot);
    const { page, errors } = await openPage(simulator.chatUrl, PHONE);

    await page.getByRole(...button('К списку чатов')).click();
    await page.getByRole(...button('Новый человек')).click();
    await page.getByLabel('Имя', { exact: true }).fill('Глеб');
    await page.getByRole(...button('Добавить')).click();
    await page.getByRole(...button('Начать')).click();
    await page.getByRole('article').filter({ hasText: 'Кто вы, Глеб?' }).waitFor();

    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(PHONE.width);
    expect(errors).toEqual([]);
  },
);

testInBrowser('a bot is stopped in the menu and unblocked below the chat', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await api.sendMessage(ANNA.id, 'Здравствуйте');
  const { page } = await openPage(simulator.chatUrl);
  await page.getByRole('article').waitFor();

  await page.getByRole(...button('Ещё')).click();
  await page.getByRole('menuitem', { name: 'Остановить бота' }).click();
  await page.getByRole(...button('Разблокировать')).waitFor();
  await expect(api.sendMessage(ANNA.id, 'Ещё')).rejects.toThrow(/blocked by the user/);
  await page.getByRole(...button('Разблокировать')).click();
  await page.getByLabel('Сообщение', { exact: true }).waitFor();

  expect(await api.sendMessage(ANNA.id, 'Ещё')).toMatchObject({ text: 'Ещё' });
});

testInBrowser('a page that was open while the simulator restarted shows what it missed', async () => {
  const stateDirectory = await givenFolder();
  const first = await givenSimulator({ stateDirectory });
  const port = Number(new URL(first.apiRoot).port);
  await botOf(first).api.sendMessage(ANNA.id, 'До');
  const { page } = await openPage(first.chatUrl);
  await page.getByRole('article').filter({ hasText: 'До' }).waitFor();

  await first.stop();
  await page.getByText('Нет связи с симулятором').waitFor();
  const second = await givenSimulator({ stateDirectory, port });
  await botOf(second).api.sendMessage(ANNA.id, 'После');
  await page.getByRole('article').filter({ hasText: 'После' }).waitFor();

  expect(await page.getByText('Нет связи с симулятором').isVisible()).toBe(false);
});

testInBrowser('«печатает…» is seen while the bot works, and goes with its message', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  await api.sendMessage(ANNA.id, 'Здравствуйте');
  const { page } = await openPage(simulator.chatUrl);
  await page.getByRole('article').waitFor();

  await api.sendChatAction(ANNA.id, 'typing');
  await page.getByText('печатает…').waitFor();
  await api.sendMessage(ANNA.id, 'Вот отчёт');
  await page.getByText('бот · вы — Анна Орлова').waitFor();

  expect(await page.getByText('печатает…').count()).toBe(0);
});
