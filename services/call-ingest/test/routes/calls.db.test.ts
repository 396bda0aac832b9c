import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { DbClient } from '@perezvon/db';
import { clockAt, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createIngestServer } from '../../src/routes/server.js';
import { givenPhoneKeys, givenRecord } from '../given-calls.js';

const TOKEN = 'a-token-of-this-test';
const MAX_BODY_BYTES = 1024 * 1024;
const NDJSON = 'application/x-ndjson';
let db: DbClient;
let server: FastifyInstance;
let port: number;
let stored: number;

beforeEach(async () => {
  ({ db } = await testDatabase());
  stored = 0;
  server = createIngestServer(
    { token: TOKEN, maxBodyBytes: MAX_BODY_BYTES },
    {
      db,
      phoneKeys: givenPhoneKeys(),
      now: clockAt('2026-11-25T09:00:00Z'),
      log: silentLog,
      onStored: ({ accepted }) => {
        stored += accepted;
      },
    },
  );
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
});

afterEach(() => server.close());

const post = async (
  body: string | Uint8Array<ArrayBuffer> | undefined,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(`http://127.0.0.1:${port}/v1/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

/** A request whose body is sent in parts, without saying how long it is. */
const openRequest = () => {
  const answered = { status: 0, text: '' };
  const sending = request({
    port,
    path: '/v1/calls',
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': NDJSON },
  });
  sending.on('response', (response) => {
    answered.status = response.statusCode ?? 0;
    response.setEncoding('utf8').on('data', (part: string) => {
      answered.text += part;
    });
  });
  sending.on('error', () => {});
  return { sending, answered };
};

const line = (historyId: number, overrides: object = {}) =>
  `${JSON.stringify(givenRecord(historyId, overrides))}\n`;

test.each<[string, string, string]>([
  ['one object', 'application/json', JSON.stringify(givenRecord(1))],
  [
    'one object over several lines',
    'application/json; charset=utf-8',
    JSON.stringify(givenRecord(1), null, 2),
  ],
  ['an array', 'application/json', JSON.stringify([givenRecord(1)])],
  ['NDJSON', NDJSON, line(1)],
  ['NDJSON called JSON', 'application/json', line(1)],
])('%s is accepted with 202', async (_name, contentType, body) => {
  const { status, body: answer } = await post(body, { 'content-type': contentType });
  expect(status).toBe(202);
  expect(answer).toEqual({ accepted: 1, duplicates: 0, rejected: [], rejected_total: 0 });
  expect(await db.call.count()).toBe(1);
  expect(stored).toBe(1);
});

test('good lines are taken although others are bad, and each bad one is named', async () => {
  await post(line(3));
  const { status, body } = await post(
    `${line(1)}{"history_id": 2,\n${line(3)}\n${line(4, { call_date: 'завтра' })}${line(5)}`,
    { 'content-type': NDJSON },
  );
  expect(status).toBe(202);
  expect(body).toEqual({
    accepted: 2,
    duplicates: 1,
    rejected: [
      { line: 2, history_id: null, error: 'this is not JSON' },
      {
        line: 5,
        history_id: 4,
        error: 'call_date: expected ISO 8601 with an offset, such as 2026-11-24T14:05:00+03:00',
      },
    ],
    rejected_total: 2,
  });
  expect(
    (await db.call.findMany({ orderBy: { historyId: 'asc' } })).map((call) => Number(call.historyId)),
  ).toEqual([1, 3, 5]);
});

test('an empty array is accepted', async () => {
  expect(await post('[]')).toMatchObject({ status: 202, body: { accepted: 0, duplicates: 0, rejected: [] } });
});

test.each([['history_id=1&call_date=2026'], ['<calls/>'], ['[nonsense'], ['   '], [''], [undefined]])(
  'a body that is no JSON at all (%s) is refused with 400',
  async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: 'no_json' } });
  },
);

test.each<[string, Record<string, string>]>([
  ['without a token', { authorization: '' }],
  ['with another token', { authorization: `Bearer ${TOKEN}x` }],
  ['with another scheme', { authorization: `Basic ${TOKEN}` }],
])('%s nobody gets in: 401', async (_name, headers) => {
  const { status, headers: answered } = await post(line(1), headers);
  expect(status).toBe(401);
  expect(answered.get('www-authenticate')).toBe('Bearer');
  expect(await db.call.count()).toBe(0);
});

test('another content type is refused with 415, and so is a compressed body', async () => {
  expect(await post('history_id;call_date', { 'content-type': 'text/csv' })).toMatchObject({ status: 415 });
  expect(await post(gzipSync(line(1)), { 'content-encoding': 'gzip' })).toMatchObject({
    status: 415,
    body: { error: 'unsupported_encoding' },
  });
  expect(await db.call.count()).toBe(0);
});

test('a body that says it is too large is refused with 413 before it is read', async () => {
  const { status, body } = await post(`[${' '.repeat(MAX_BODY_BYTES)}]`);
  expect(status).toBe(413);
  expect(body).toMatchObject({ error: 'body_too_large', accepted: 0 });
});

test('a body of unknown length is refused with 413 when it becomes too large; what was stored is counted', async () => {
  const { sending, answered } = openRequest();
  let historyId = 0;
  for (let sent = 0; sent <= MAX_BODY_BYTES * 2;) {
    historyId += 1;
    const text = line(historyId);
    sent += Buffer.byteLength(text);
    if (!sending.write(text)) await new Promise((resolve) => sending.once('drain', resolve));
  }
  sending.end();
  await until(() => answered.status !== 0 && answered.text.endsWith('}'), { what: 'the answer' });
  expect(answered.status).toBe(413);
  const { accepted } = JSON.parse(answered.text);
  expect(accepted).toBeGreaterThan(0);
  expect(await db.call.count()).toBe(accepted);
});

test('a sender that is cut off keeps what was stored; his repeat counts it as duplicates', async () => {
  const { sending } = openRequest();
  const lines = Array.from({ length: 600 }, (_, i) => line(i + 1));
  sending.write(lines.join(''));
  await until(async () => (await db.call.count()) === 500, { what: 'the first batch on disk' });
  sending.destroy();
  await until(() => stored === 500, { what: 'the end of the broken request' });
  expect(await db.call.count()).toBe(500);
  expect(await post(lines.join(''), { 'content-type': NDJSON })).toMatchObject({
    status: 202,
    body: { accepted: 100, duplicates: 500 },
  });
});

test('calls that could not be stored are not accepted: 503, and the same again later succeeds', async () => {
  await db.$executeRaw`ALTER TABLE calls RENAME TO calls_away`;
  expect(await post(line(1))).toMatchObject({ status: 503, body: { error: 'not_stored', accepted: 0 } });
  await db.$executeRaw`ALTER TABLE calls_away RENAME TO calls`;
  expect(await post(line(1))).toMatchObject({ status: 202, body: { accepted: 1 } });
});

test('a body of nothing but nonsense does not fill the answer', async () => {
  const { body } = await post(`${line(1)}${'x\n'.repeat(5_000)}`, { 'content-type': NDJSON });
  expect(body.rejected).toHaveLength(1_000);
  expect(body.rejected_total).toBe(5_000);
});

test('an answer never repeats what a client said or his number', async () => {
  const bad = [
    { client_phone: ['+79161234567'] },
    { transcript: [{ t: 0, speaker: 'Иванова', text: 'моя фамилия Иванова' }] },
    { transcript: 5_791_612 },
    { recording_url: 'ftp://79161234567' },
  ];
  const { body } = await post(bad.map((overrides, i) => line(i + 1, overrides)).join(''), {
    'content-type': NDJSON,
  });
  expect(body.rejected_total).toBe(4);
  expect(JSON.stringify(body)).not.toMatch(/916|Иванова/u);
});

test('the health address needs no token', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});
