import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, test } from '@jest/globals';
import { InlineKeyboard } from 'grammy';
import { afterThisTest, ANNA, BORIS, botOf, givenFolder, givenSimulator, refusalOf } from './support.js';

interface Delivered {
  text: string;
  secret: string | undefined;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};

/** A bot that is told its updates; `answer` decides the status, and may take its time. */
const givenListener = async (answer: (text: string, nth: number) => number | Promise<number>) => {
  const delivered: Delivered[] = [];
  const underWay = { now: 0, most: 0 };
  const arrivals = new Set<() => void>();
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { message, callback_query: tap } = JSON.parse(await readBody(request));
    const text: string = message?.text ?? tap?.data;
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    delivered.push({ text, secret: Array.isArray(secret) ? undefined : secret });
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    for (const arrived of arrivals) arrived();
    response.statusCode = await answer(text, delivered.filter((entry) => entry.text === text).length);
    underWay.now -= 1;
    response.end();
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterThisTest(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  /** Resolves when that many were delivered, failed tries included. */
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (delivered.length >= count) resolve();
      };
      arrivals.add(look);
      look();
    });
  return { url: `http://127.0.0.1:${port}/telegram`, delivered, underWay, until };
};

const texts = (delivered: readonly Delivered[]) => delivered.map(({ text }) => text);

test('updates come to the webhook with the secret, one chat’s in order, a failed one again before the next', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const listener = await givenListener((text, nth) => (text === 'раз' && nth < 3 ? 502 : 200));
  await api.setWebhook(listener.url, { secret_token: 'Test_secret-1' });
  const anna = simulator.person(ANNA.id);

  for (const text of ['раз', 'два', 'три']) await anna.send(text);
  await listener.until(5);

  expect(texts(listener.delivered)).toEqual(['раз', 'раз', 'раз', 'два', 'три']);
  expect(new Set(listener.delivered.map(({ secret }) => secret))).toEqual(new Set(['Test_secret-1']));
  expect(await api.getWebhookInfo()).toMatchObject({
    url: listener.url,
    last_error_message: 'Wrong response from the webhook: 502 Bad Gateway',
  });
});

test('chats are delivered side by side: one that is slow holds nobody else up', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  let free = () => {};
  const stuck = new Promise<number>((resolve) => (free = () => resolve(200)));
  const listener = await givenListener((text) => (text === 'долго' ? stuck : 200));
  await api.setWebhook(listener.url);
  await api.sendMessage(ANNA.id, 'Меню', { reply_markup: new InlineKeyboard().text('Да', 'tap') });
  const anna = simulator.person(ANNA.id);

  await anna.send('долго');
  await anna.send('после');
  await simulator.person(BORIS.id).send('Борис');
  await anna.tapWithoutWaiting('Да');
  await listener.until(3);
  const beforeItEnded = texts(listener.delivered);
  free();
  await listener.until(4);

  expect(beforeItEnded).toEqual(['долго', 'Борис', 'tap']);
  expect(texts(listener.delivered).at(-1)).toBe('после');
});

test('no more are under way at once than the bot wants', async () => {
  const simulator = await givenSimulator();
  const { api } = botOf(simulator);
  const listener = await givenListener(() => new Promise((resolve) => setImmediate(() => resolve(200))));
  await api.setWebhook(listener.url, { max_connections: 1 });

  for (const id of [ANNA.id, BORIS.id])
    for (const text of ['раз', 'два']) await simulator.person(id).send(text);
  await listener.until(4);

  expect(listener.underWay.most).toBe(1);
});

test('a webhook and polling exclude each other, and what was not taken is polled afterwards', async () => {
  const folder = await givenFolder();
  const first = await givenSimulator({ stateDirectory: folder });
  const listener = await givenListener(() => 500);
  await botOf(first).api.setWebhook(listener.url, { allowed_updates: ['message'] });
  await first.person(ANNA.id).send('не взято');
  await listener.until(1);
  const refusal = await refusalOf(botOf(first).api.getUpdates());
  await first.stop();

  const second = await givenSimulator({ stateDirectory: folder });
  const { api } = botOf(second);
  expect(await api.getWebhookInfo()).toMatchObject({ url: listener.url, pending_update_count: 1 });
  await api.deleteWebhook();

  expect(refusal.code).toBe(409);
  expect(await api.getUpdates()).toMatchObject([{ message: { text: 'не взято' } }]);
});

test('addresses beyond this machine and secrets that Telegram would not take are refused', async () => {
  const { api } = botOf(await givenSimulator());

  expect(await refusalOf(api.setWebhook('https://example.org/telegram'))).toEqual({
    code: 400,
    description: 'Bad Request: bad webhook: the simulator delivers to this machine only',
  });
  expect(await refusalOf(api.setWebhook('http://127.0.0.1:9/x', { secret_token: 'с пробелом' }))).toEqual({
    code: 400,
    description: 'Bad Request: secret token contains unallowed characters',
  });
  expect(await api.getWebhookInfo()).toMatchObject({ url: '' });
});
