import { expect, test } from '@jest/globals';
import { InlineKeyboard, InputFile } from 'grammy';
import { ANNA, botOf, givenSimulator, poll, refusalOf } from './support.js';

test('a grammY bot greets by first name, and a tap rewrites its message and shows a toast', async () => {
  const simulator = await givenSimulator();
  const bot = botOf(simulator);
  bot.command('start', (context) =>
    context.reply(`Здравствуйте, <b>${context.from?.first_name}</b>!`, {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('Меню', 'menu').text('Помощь', 'help'),
    }),
  );
  bot.callbackQuery('menu', async (context) => {
    await context.answerCallbackQuery('Открываю');
    await context.editMessageText('Меню');
  });
  poll(bot);
  const anna = simulator.person(ANNA.id);

  await anna.send('/start');
  const greeting = await anna.waitFor(({ from }) => from === 'bot', { what: 'the greeting' });
  const answer = await anna.tap('Меню');
  const menu = await anna.waitFor(({ text }) => text === 'Меню', { what: 'the menu' });

  expect(greeting).toMatchObject({
    text: 'Здравствуйте, Анна!',
    html: 'Здравствуйте, <b>Анна</b>!',
    entities: [{ type: 'bold', offset: 14, length: 4 }],
  });
  expect(answer).toEqual({ text: 'Открываю', showAlert: false });
  expect(menu).toMatchObject({ messageId: greeting.messageId, buttons: [] });
  expect(menu.editDate).not.toBeNull();
});

test('an alert, and an answer without words, reach the person who tapped', async () => {
  const simulator = await givenSimulator();
  const bot = botOf(simulator);
  bot.callbackQuery('alert', (context) => context.answerCallbackQuery({ text: 'Нельзя', show_alert: true }));
  bot.callbackQuery('quiet', (context) => context.answerCallbackQuery());
  poll(bot);
  await bot.api.sendMessage(ANNA.id, 'Выберите', {
    reply_markup: new InlineKeyboard().text('Громко', 'alert').row().text('Тихо', 'quiet'),
  });
  const anna = simulator.person(ANNA.id);

  expect(await anna.tap('Громко')).toEqual({ text: 'Нельзя', showAlert: true });
  expect(await anna.tap(/^Ти/)).toBeNull();
});

test('audio, voice and documents are uploaded once and sent again by their file_id', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const recording = new InputFile(Buffer.from('not really sound'), 'звонок-500123.mp3');

  const first = await api.sendAudio(ANNA.id, recording, {
    caption: 'Звонок <b>#500123</b>',
    parse_mode: 'HTML',
    duration: 95,
  });
  await api.sendAudio(ANNA.id, first.audio.file_id, { title: 'Ещё раз' });
  await api.sendVoice(ANNA.id, new InputFile(Buffer.from('voice'), 'voice.ogg'));
  const document = await api.sendDocument(ANNA.id, new InputFile(Buffer.from('a;b\n1;2\n'), 'звонки.csv'));

  const [sent, again, voice, table] = simulator.person(ANNA.id).messages();
  expect(sent).toMatchObject({
    text: 'Звонок #500123',
    attachment: {
      kind: 'audio',
      fileName: 'звонок-500123.mp3',
      mimeType: 'audio/mpeg',
      durationS: 95,
      size: 16,
    },
  });
  expect(again?.attachment).toMatchObject({ fileId: first.audio.file_id, title: 'Ещё раз' });
  expect(voice?.attachment?.kind).toBe('voice');
  expect(table?.attachment).toMatchObject({ kind: 'document', fileName: 'звонки.csv', mimeType: 'text/csv' });

  const { file_path: path } = await api.getFile(document.document.file_id);
  const download = await fetch(`${simulator.apiRoot}/file/bot${simulator.token}/${path}`);
  expect(await download.text()).toBe('a;b\n1;2\n');
});

test('a file larger than a JSON body may be is taken; one over 50 MB is refused with 413', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const megabytes = (count: number) => new InputFile(Buffer.alloc(count * 1024 * 1024, 1), 'export.xlsx');

  const sent = await api.sendDocument(ANNA.id, megabytes(8));
  const refusal = await refusalOf(api.sendDocument(ANNA.id, megabytes(51)));

  expect(sent.document.file_size).toBe(8 * 1024 * 1024);
  expect(refusal).toEqual({ code: 413, description: 'Request Entity Too Large' });
});
