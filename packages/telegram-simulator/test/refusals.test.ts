import { describe, expect, test } from '@jest/globals';
import { type Api, InlineKeyboard, InputFile } from 'grammy';
import { ANNA, BORIS, botOf, givenSimulator, refusalOf } from './support.js';

const button = (data: string) => ({ reply_markup: new InlineKeyboard().text('Кнопка', data) });
const manyButtons = (count: number) => {
  const keyboard = new InlineKeyboard();
  for (let index = 0; index < count; index += 1) keyboard.text(`${index}`, `${index}`).row();
  return { reply_markup: keyboard };
};

const SENDING: readonly { what: string; call: (api: Api) => Promise<unknown>; description: string }[] = [
  {
    what: 'an empty text',
    call: (api) => api.sendMessage(ANNA.id, '   '),
    description: 'message text is empty',
  },
  {
    what: 'markup without text',
    call: (api) => api.sendMessage(ANNA.id, '<b></b>', { parse_mode: 'HTML' }),
    description: 'message text is empty',
  },
  {
    what: 'a text of 4097 characters',
    call: (api) => api.sendMessage(ANNA.id, 'я'.repeat(4_097)),
    description: 'message is too long',
  },
  {
    what: 'a caption of 1025 characters',
    call: (api) =>
      api.sendDocument(ANNA.id, new InputFile(Buffer.from('x'), 'x.txt'), { caption: 'я'.repeat(1_025) }),
    description: 'message caption is too long',
  },
  {
    what: 'a tag that is not closed',
    call: (api) => api.sendMessage(ANNA.id, 'Итог: <b>5', { parse_mode: 'HTML' }),
    description: `can't parse entities: Can't find end tag corresponding to start tag "b"`,
  },
  {
    what: 'a tag Telegram does not know',
    call: (api) => api.sendMessage(ANNA.id, 'да<br>нет', { parse_mode: 'HTML' }),
    description: `can't parse entities: Unsupported start tag "br" at byte offset 4`,
  },
  {
    what: 'Markdown',
    call: (api) => api.sendMessage(ANNA.id, '*да*', { parse_mode: 'MarkdownV2' }),
    description: 'unsupported parse_mode',
  },
  {
    what: 'callback data of 65 bytes',
    call: (api) => api.sendMessage(ANNA.id, 'Да', button(`${'я'.repeat(32)}!`)),
    description: 'BUTTON_DATA_INVALID',
  },
  {
    what: 'empty callback data',
    call: (api) => api.sendMessage(ANNA.id, 'Да', button('')),
    description: 'BUTTON_DATA_INVALID',
  },
  {
    what: '101 buttons',
    call: (api) => api.sendMessage(ANNA.id, 'Да', manyButtons(101)),
    description: 'reply markup is too long',
  },
  { what: 'an unknown chat', call: (api) => api.sendMessage(42, 'Да'), description: 'chat not found' },
  {
    what: 'a file by its address',
    call: (api) => api.sendPhoto(ANNA.id, 'https://example.org/chart.png'),
    description: 'failed to get HTTP URL content',
  },
  {
    what: 'an unknown file_id',
    call: (api) => api.sendAudio(ANNA.id, 'nonsense'),
    description: 'wrong file identifier/HTTP URL specified',
  },
  {
    what: 'a photo that is no picture',
    call: (api) => api.sendPhoto(ANNA.id, new InputFile(Buffer.from('text'), 'chart.png')),
    description: 'IMAGE_PROCESS_FAILED',
  },
  {
    what: 'an empty file',
    call: (api) => api.sendDocument(ANNA.id, new InputFile(Buffer.alloc(0), 'empty.csv')),
    description: 'file must be non-empty',
  },
  {
    what: 'an answer to a message that is not there',
    call: (api) => api.sendMessage(ANNA.id, 'Да', { reply_parameters: { message_id: 77 } }),
    description: 'message to be replied not found',
  },
  {
    what: 'a command with capital letters',
    call: (api) => api.setMyCommands([{ command: 'Menu', description: 'Меню' }]),
    description: 'BOT_COMMAND_INVALID',
  },
];

test.each(SENDING)('$what is refused in Telegram’s words', async ({ call, description }) => {
  const simulator = await givenSimulator();

  const refusal = await refusalOf(call(botOf(simulator).api));

  expect(refusal).toEqual({ code: 400, description: `Bad Request: ${description}` });
  expect(simulator.person(ANNA.id).messages()).toEqual([]);
});

test('what just fits is taken: 4096 characters after parsing, 64 bytes of data, 100 buttons', async () => {
  const { api } = botOf(await givenSimulator());

  const sent = await api.sendMessage(ANNA.id, `<b>${'я'.repeat(4_095)}</b>&amp;`, { parse_mode: 'HTML' });
  await api.sendMessage(ANNA.id, 'Да', button('я'.repeat(32)));
  const keys = await api.sendMessage(ANNA.id, 'Да', manyButtons(100));

  expect(sent.text).toHaveLength(4_096);
  expect(keys.reply_markup?.inline_keyboard).toHaveLength(100);
});

describe('editing', () => {
  test('the same text with the same buttons is «not modified»; other buttons are an edit', async () => {
    const { api } = botOf(await givenSimulator());
    const { message_id: id } = await api.sendMessage(ANNA.id, '<b>Да</b>', {
      parse_mode: 'HTML',
      ...button('a'),
    });

    const refusal = await refusalOf(
      api.editMessageText(ANNA.id, id, '<b>Да</b>', { parse_mode: 'HTML', ...button('a') }),
    );
    const edited = await api.editMessageText(ANNA.id, id, '<b>Да</b>', {
      parse_mode: 'HTML',
      ...button('b'),
    });

    expect(refusal.description).toMatch(/^Bad Request: message is not modified/);
    expect(edited).toMatchObject({ text: 'Да' });
  });

  test('messages that are gone, are the person’s, or have no text are refused', async () => {
    const simulator = await givenSimulator();
    const { api } = botOf(simulator);
    const own = await simulator.person(ANNA.id).send('моё');
    const file = await api.sendDocument(ANNA.id, new InputFile(Buffer.from('x'), 'x.txt'));
    const text = await api.sendMessage(ANNA.id, 'текст');

    const refusals = [
      await refusalOf(api.editMessageText(ANNA.id, 999, 'новое')),
      await refusalOf(api.editMessageText(ANNA.id, own.messageId, 'новое')),
      await refusalOf(api.editMessageText(ANNA.id, file.message_id, 'новое')),
      await refusalOf(api.editMessageCaption(ANNA.id, text.message_id, { caption: 'новое' })),
      await refusalOf(api.deleteMessage(ANNA.id, 999)),
    ];

    expect(refusals.map(({ description }) => description)).toEqual([
      'Bad Request: message to edit not found',
      "Bad Request: message can't be edited",
      'Bad Request: there is no text in the message to edit',
      'Bad Request: there is no caption in the message to edit',
      'Bad Request: message to delete not found',
    ]);
  });

  test('caption, picture and buttons change in place; deleting takes the message away', async () => {
    const simulator = await givenSimulator();
    const { api } = botOf(simulator);
    const anna = simulator.person(ANNA.id);
    const { message_id: id } = await api.sendDocument(ANNA.id, new InputFile(Buffer.from('1'), 'one.csv'));

    await api.editMessageCaption(ANNA.id, id, { caption: 'Готово' });
    await api.editMessageReplyMarkup(ANNA.id, id, button('more'));
    expect(anna.lastMessage()).toMatchObject({ text: 'Готово', buttons: [[{ callbackData: 'more' }]] });

    await api.editMessageMedia(ANNA.id, id, {
      type: 'document',
      media: new InputFile(Buffer.from('22'), 'two.csv'),
    });
    expect(anna.lastMessage()).toMatchObject({
      messageId: id,
      attachment: { fileName: 'two.csv', size: 2 },
      buttons: [],
    });

    await api.deleteMessage(ANNA.id, id);
    expect(anna.messages()).toEqual([]);
  });
});

describe('callback queries', () => {
  test('an unknown query and one that waited too long are «too old»; a second answer changes nothing', async () => {
    let now = new Date('2026-11-24T09:00:00Z');
    const simulator = await givenSimulator({ now: () => now });
    const { api } = botOf(simulator);
    await api.sendMessage(ANNA.id, 'Да', button('a'));
    await simulator.person(ANNA.id).tapWithoutWaiting('Кнопка');
    const [update] = await api.getUpdates();
    const id = update?.callback_query?.id ?? '';
    const tooOld = {
      code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    };

    expect(await refusalOf(api.answerCallbackQuery('12345'))).toEqual(tooOld);
    expect(await api.answerCallbackQuery(id)).toBe(true);
    expect(await api.answerCallbackQuery(id, { text: 'ещё раз' })).toBe(true);
    now = new Date('2026-11-24T09:05:00Z');
    expect(await refusalOf(api.answerCallbackQuery(id))).toEqual(tooOld);
  });
});

test('a wrong token is 401, an unknown method 404', async () => {
  const simulator = await givenSimulator();

  expect(await refusalOf(botOf(simulator, '7000001:another-token').api.getMe())).toEqual({
    code: 401,
    description: 'Unauthorized',
  });
  const unknown = await fetch(`${simulator.apiRoot}/bot${simulator.token}/sendRocket`, { method: 'POST' });
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toEqual({
    ok: false,
    error_code: 404,
    description: 'Not Found: method not found',
  });
});

test('a person who never started the bot is «not found» until the first message', async () => {
  const simulator = await givenSimulator({ people: [ANNA, { ...BORIS, started: false }] });
  const { api } = botOf(simulator);

  expect((await refusalOf(api.sendMessage(BORIS.id, 'Привет'))).description).toBe(
    'Bad Request: chat not found',
  );
  await simulator.person(BORIS.id).send('/start');
  expect(await api.sendMessage(BORIS.id, 'Привет')).toMatchObject({ text: 'Привет' });
});

test('fields come by query, form and JSON alike, structures as JSON text in the first two', async () => {
  const simulator = await givenSimulator();
  const address = `${simulator.apiRoot}/bot${simulator.token}/sendMessage`;
  const markup = JSON.stringify({ inline_keyboard: [[{ text: 'Да', callback_data: 'yes' }]] });
  const fields = { chat_id: String(ANNA.id), text: 'Привет', reply_markup: markup };

  const answers = [
    await fetch(`${address}?${new URLSearchParams(fields)}`),
    await fetch(address, { method: 'POST', body: new URLSearchParams(fields) }),
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, chat_id: ANNA.id, reply_markup: JSON.parse(markup) }),
    }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const sent = simulator.person(ANNA.id).messages();
  expect(sent.map(({ text, buttons }) => [text, buttons[0]?.[0]?.callbackData])).toEqual(
    Array.from({ length: 3 }, () => ['Привет', 'yes']),
  );
  const broken = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"chat_id":',
  });
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ ok: false, error_code: 400 });
});

test('a person sees the commands of the narrowest scope and the own language', async () => {
  const { api } = botOf(await givenSimulator());
  const list = (description: string) => [{ command: 'menu', description }];
  await api.setMyCommands(list('Menu'));
  await api.setMyCommands(list('Меню'), { language_code: 'ru' });
  await api.setMyCommands(list('Меню Анны'), { scope: { type: 'chat', chat_id: ANNA.id } });
  await api.setChatMenuButton({ menu_button: { type: 'commands' } });

  expect(await api.getMyCommands()).toEqual(list('Menu'));
  expect(await api.getMyCommands({ scope: { type: 'chat', chat_id: ANNA.id } })).toEqual(list('Меню Анны'));
  await api.deleteMyCommands();
  expect(await api.getMyCommands()).toEqual([]);
  expect(await api.getChatMenuButton()).toEqual({ type: 'commands' });
});
