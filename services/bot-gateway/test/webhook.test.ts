import { silentLog, until } from '@perezvon/db/testing';
import { startSimulator, type Simulator } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { startWebhook, type RunningWebhook } from '../src/telegram/webhook.js';

const TOKEN = '100001:webhook-test';
const SECRET = 'Right_secret-1';
const PATH = '/telegram/updates';
const UPDATE = JSON.stringify({ update_id: 7 });

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const givenWebhook = async (
  handle: (update: Update) => Promise<void>,
): Promise<{ webhook: RunningWebhook; url: string; simulator: Simulator }> => {
  const simulator = await startSimulator({
    port: 0,
    token: TOKEN,
    people: [{ id: 4_001, firstName: 'Вера' }],
    log: silentLog,
    now: () => new Date(),
  });
  cleanups.push(() => simulator.stop());
  const webhook = await startWebhook({
    api: new Api(TOKEN, { apiRoot: simulator.apiRoot }),
    log: silentLog,
    // Where Telegram believes it to be: nothing is delivered in these tests but by hand.
    url: `http://127.0.0.1:9${PATH}`,
    secret: SECRET,
    port: 0,
    handle,
  });
  cleanups.push(() => webhook.stop());
  return { webhook, url: `http://127.0.0.1:${webhook.port}${PATH}`, simulator };
};

const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

const proof = { 'x-telegram-bot-api-secret-token': SECRET };

test('only Telegram’s own updates are taken: the secret, the path, a readable body, of a sane size', async () => {
  const taken: number[] = [];
  const { url } = await givenWebhook(async ({ update_id: updateId }) => {
    taken.push(updateId);
  });
  const elsewhere = url.replace(PATH, '/other');
  const huge = JSON.stringify({ update_id: 8, filler: 'х'.repeat(1024 * 1024) });

  const statuses = [
    await post(url, UPDATE),
    await post(url, UPDATE, { 'x-telegram-bot-api-secret-token': `${SECRET}x` }),
    await post(url, UPDATE, { 'x-telegram-bot-api-secret-token': '' }),
    await post(elsewhere, UPDATE, proof),
    await post(url, '{"update_id": "7"}', proof),
    await post(url, 'no json', proof),
    await post(url, huge, proof),
    await post(url, UPDATE, proof),
  ].map(({ status }) => status);

  expect(statuses).toEqual([401, 401, 401, 404, 400, 400, 413, 200]);
  expect(taken).toEqual([7]);
});

test('an update is confirmed only when it was handled, also while the gateway stops', async () => {
  let finish = () => {};
  const handling = new Promise<void>((resolve) => (finish = resolve));
  let started = false;
  let handled = false;
  const { webhook, url } = await givenWebhook(async () => {
    started = true;
    await handling;
    handled = true;
  });

  const answer = post(url, UPDATE, proof);
  await until(() => started, { what: 'the update' });
  const stopping = webhook.stop();
  finish();
  expect((await answer).status).toBe(200);
  expect(handled).toBe(true);
  await stopping;
  // Telegram repeats what it could not deliver.
  await expect(post(url, UPDATE, proof)).rejects.toThrow('fetch failed');
});

test('Telegram is told where to deliver, which kinds, and keeps nothing back', async () => {
  const { simulator } = await givenWebhook(async () => {});
  const info = await new Api(TOKEN, { apiRoot: simulator.apiRoot }).getWebhookInfo();
  expect(info).toMatchObject({
    url: `http://127.0.0.1:9${PATH}`,
    max_connections: 100,
    allowed_updates: ['message', 'callback_query', 'my_chat_member'],
  });
});
