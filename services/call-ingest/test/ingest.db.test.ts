import { decryptPhone, hashPhone, type DbClient } from '@perezvon/db';
import { clockAt, testDatabase } from '@perezvon/db/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { ingest, type IngestOptions, type IngestResult } from '../src/ingest.js';
import type { Rejection } from '../src/record/parse-call.js';
import { givenPhoneKeys, givenRecord } from './given-calls.js';

const phoneKeys = givenPhoneKeys();
const NOW = '2026-11-25T09:00:00.000Z';
let db: DbClient;

beforeEach(async () => {
  ({ db } = await testDatabase());
});

async function* stream(values: readonly unknown[]) {
  for (const [index, value] of values.entries()) yield { line: index + 1, value };
}

const ingestAll = async (
  values: readonly unknown[],
  options: Partial<IngestOptions> = {},
): Promise<IngestResult & { rejections: Rejection[] }> => {
  const rejections: Rejection[] = [];
  const result = await ingest(
    stream(values),
    {
      zone: null,
      defaultSource: null,
      priority: 'live',
      onRejected: (one) => rejections.push(one),
      ...options,
    },
    { db, phoneKeys, now: clockAt(NOW) },
  );
  return { ...result, rejections };
};

const published = () =>
  db.outbox.findMany({ orderBy: { id: 'asc' }, select: { messageId: true, queue: true, priority: true } });

test('a call is stored with its transcript and announced to the scoring', async () => {
  expect(
    await ingestAll([givenRecord(1, { recording_url: 'https://example.org/1.mp3', source: '2ГИС' })]),
  ).toEqual({
    accepted: 1,
    duplicates: 0,
    rejected: 0,
    readable: 1,
    rejections: [],
  });
  expect(
    await db.call.findUniqueOrThrow({ where: { historyId: 1 }, include: { transcript: true } }),
  ).toMatchObject({
    callDate: new Date('2026-11-24T11:05:00.000Z'),
    direction: 'inbound',
    awaitSec: 12,
    talkDuration: 60,
    operator: 'op-1',
    source: '2ГИС',
    recordingUrl: 'https://example.org/1.mp3',
    upstream: { call_category: 'Первичная запись', is_target: true, call_score: 8 },
    revision: 1,
    transcript: { turns: givenRecord(1).transcript },
  });
  expect(await published()).toEqual([{ messageId: 'call-1-r1', queue: 'lm-scoring', priority: 0 }]);
  expect(await db.outbox.findFirstOrThrow()).toMatchObject({
    message: { type: 'call.received', at: NOW, payload: { historyId: 1, revision: 1 } },
  });
});

test('an import waits behind live calls', async () => {
  await ingestAll([givenRecord(1)], { priority: 'bulk' });
  expect(await published()).toEqual([{ messageId: 'call-1-r1', queue: 'lm-scoring', priority: 10 }]);
});

test('the phone number is kept encrypted, and found by its hash however it was written', async () => {
  await ingestAll([
    givenRecord(1, { client_phone: '8 (916) 123-45-67' }),
    givenRecord(2, { client_phone: '+79161234567' }),
    givenRecord(3, { client_phone: 'anonymous' }),
  ]);
  const [first, second, third] = await db.call.findMany({ orderBy: { historyId: 'asc' } });
  expect(decryptPhone(first?.clientPhoneEncrypted ?? Buffer.alloc(0), phoneKeys)).toBe('+79161234567');
  expect(first?.clientPhoneLast4).toBe('4567');
  expect(first?.clientPhoneHash).toEqual(second?.clientPhoneHash);
  expect(Buffer.from(first?.clientPhoneHash ?? [])).toEqual(hashPhone('+79161234567', phoneKeys));
  expect(third).toMatchObject({ clientPhoneEncrypted: null, clientPhoneHash: null, clientPhoneLast4: null });
  const everything = await db.$queryRaw`SELECT to_jsonb(calls) || to_jsonb(outbox) FROM calls, outbox`;
  expect(JSON.stringify(everything, (_, v) => (typeof v === 'bigint' ? String(v) : v))).not.toContain(
    '9161234567',
  );
});

test('the same calls again are duplicates and announced no second time', async () => {
  const calls = [1, 2, 3].map((id) => givenRecord(id, { client_phone: '+79161234567' }));
  await ingestAll(calls);
  expect(await ingestAll(calls.toReversed())).toMatchObject({ accepted: 0, duplicates: 3 });
  expect(await db.call.count({ where: { revision: 1 } })).toBe(3);
  expect(await published()).toHaveLength(3);
});

test('the order of a record’s keys and fields nobody knows do not make it another', async () => {
  const record = givenRecord(1);
  await ingestAll([record]);
  const reordered = Object.fromEntries(
    Object.entries({ ...record, labels: { outcome: 'record' } }).reverse(),
  );
  expect(await ingestAll([reordered])).toMatchObject({ accepted: 0, duplicates: 1 });
});

test('other content is a new revision, announced again', async () => {
  await ingestAll([givenRecord(1)]);
  const changed = givenRecord(1, {
    operator: 'op-2',
    transcript: [{ t: 0, speaker: 'client', text: 'алло' }],
  });
  expect(await ingestAll([changed])).toMatchObject({ accepted: 1, duplicates: 0 });
  expect(
    await db.call.findUniqueOrThrow({ where: { historyId: 1 }, include: { transcript: true } }),
  ).toMatchObject({
    operator: 'op-2',
    revision: 2,
    transcript: { turns: [{ text: 'алло' }] },
  });
  expect((await published()).map(({ messageId }) => messageId)).toEqual(['call-1-r1', 'call-1-r2']);
});

test('a late delivery without a transcript does not take the transcript away; an empty one replaces it', async () => {
  await ingestAll([givenRecord(1), givenRecord(2)]);
  await ingestAll([givenRecord(1, { transcript: null }), givenRecord(2, { transcript: [] })]);
  const transcripts = await db.callTranscript.findMany({ orderBy: { historyId: 'asc' } });
  expect(transcripts.map(({ turns }) => turns)).toEqual([givenRecord(1).transcript, []]);
});

test('no transcript yet is told from an empty one', async () => {
  await ingestAll([givenRecord(1, { transcript: null }), givenRecord(2, { transcript: [] })]);
  expect(await db.callTranscript.findMany({ select: { historyId: true, turns: true } })).toEqual([
    { historyId: 2n, turns: [] },
  ]);
});

test('one call several times in one body: equal ones are duplicates, others are revisions in their order', async () => {
  const other = givenRecord(1, { operator: 'op-2' });
  const result = await ingestAll([
    givenRecord(1),
    givenRecord(1),
    other,
    givenRecord(2),
    other,
    givenRecord(1),
  ]);
  expect(result).toMatchObject({ accepted: 4, duplicates: 2, rejected: 0 });
  expect(await db.call.findUniqueOrThrow({ where: { historyId: 1 } })).toMatchObject({
    revision: 3,
    operator: 'op-1',
  });
});

test('bad records are named one by one and cost nobody else', async () => {
  const result = await ingestAll([
    givenRecord(1),
    givenRecord(2, { direction: 'sideways' }),
    'nonsense',
    givenRecord(4),
  ]);
  expect(result).toMatchObject({ accepted: 2, rejected: 2, readable: 4 });
  expect(result.rejections).toEqual([
    { line: 2, history_id: 2, error: 'direction: expected inbound or outbound' },
    { line: 3, history_id: null, error: 'expected a JSON object with the fields of one call' },
  ]);
});

test('NUL and broken surrogates of a recogniser do not stop the call', async () => {
  await ingestAll([givenRecord(1, { transcript: [{ t: 0, speaker: 'client', text: 'а\0л\ud83dло' }] })]);
  expect(await db.callTranscript.findFirstOrThrow()).toMatchObject({ turns: [{ text: 'ал\ufffdло' }] });
});

test('a stream longer than a batch is stored whole', async () => {
  const calls = Array.from({ length: 1_234 }, (_, i) => givenRecord(i + 1));
  expect(await ingestAll(calls)).toMatchObject({ accepted: 1_234, duplicates: 0 });
  expect(await db.call.count()).toBe(1_234);
  expect(await db.callTranscript.count()).toBe(1_234);
  expect(await published()).toHaveLength(1_234);
});

test('many requests at once with the same calls in any order: each call once, nobody waits forever', async () => {
  const ids = Array.from({ length: 300 }, (_, i) => i + 1);
  const bodies = [ids, ids.toReversed(), [...ids.slice(150), ...ids.slice(0, 150)], ids].map((order) =>
    order.map((id) => givenRecord(id)),
  );
  const results = await Promise.all(bodies.map((body) => ingestAll(body)));
  expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(300);
  expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(900);
  expect(await db.call.count({ where: { revision: 1 } })).toBe(300);
  expect(await published()).toHaveLength(300);
});

test('two requests at once with other content of one call make two revisions, one after the other', async () => {
  await Promise.all(['op-1', 'op-2', 'op-3'].map((operator) => ingestAll([givenRecord(1, { operator })])));
  expect(await db.call.findUniqueOrThrow({ where: { historyId: 1 } })).toMatchObject({ revision: 3 });
  expect((await published()).map(({ messageId }) => messageId).sort()).toEqual([
    'call-1-r1',
    'call-1-r2',
    'call-1-r3',
  ]);
});

test('a stream that breaks keeps what was stored before, and its repeat counts it as duplicates', async () => {
  const calls = Array.from({ length: 700 }, (_, i) => givenRecord(i + 1));
  async function* broken() {
    yield* stream(calls);
    throw new Error('the line dropped');
  }
  const options: IngestOptions = { zone: null, defaultSource: null, priority: 'live', onRejected: () => {} };
  await expect(ingest(broken(), options, { db, phoneKeys, now: clockAt(NOW) })).rejects.toThrow(
    'the line dropped',
  );
  expect(await db.call.count()).toBe(500);
  expect(await ingestAll(calls)).toMatchObject({ accepted: 200, duplicates: 500 });
});

test('a database that does not take a batch is an error, and nothing of the batch stays', async () => {
  await db.$executeRaw`ALTER TABLE outbox ADD CONSTRAINT closed CHECK (message_id <> 'call-2-r1')`;
  await expect(ingestAll([givenRecord(1), givenRecord(2)])).rejects.toThrow('closed');
  expect(await db.call.count()).toBe(0);
});
