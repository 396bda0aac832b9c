import type { DbClient } from '@perezvon/db';
import { withTransaction } from '@perezvon/db';
import { testDatabase } from '@perezvon/db/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { callShadowDue, PRIORITIES } from '@perezvon/contracts';
import { forgetOldMessages, insertEvents, insertOutbox } from '../src/index.js';
import { claimRows, giveBackRows, removeProcessedRows } from '../src/outbox-claims.js';
import { outboxMessages } from '../src/testing/index.js';
import { givenOutbox, makeDue, scored } from './given-messages.js';

let db: DbClient;
beforeAll(async () => {
  ({ db } = await testDatabase());
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.processedMessage.deleteMany();
});

const given = (ids: readonly string[], priority: 'live' | 'bulk' = 'live') =>
  givenOutbox(
    db,
    ids.map((id) => ({ queue: 'reporting' as const, envelope: scored(id), priority })),
  );
const claimIds = async (limit = 100) => (await claimRows(db, limit)).map(({ message_id: id }) => id);

test('messages wait in the order they were stored', async () => {
  const ids = Array.from({ length: 300 }, (_, index) => `m${index}`);
  await given(ids);

  expect((await outboxMessages(db)).map(({ id }) => id)).toEqual(ids);
  expect(await claimIds(1_000)).toEqual(ids);
});

test('a rolled back transaction leaves no message', async () => {
  await expect(
    withTransaction(db, async (tx) => {
      await insertOutbox(tx, [{ queue: 'reporting', envelope: scored('m1') }]);
      throw new Error('changed its mind');
    }),
  ).rejects.toThrow('changed its mind');

  expect(await outboxMessages(db)).toEqual([]);
});

test('what waits already, or was processed, is not stored again', async () => {
  await given(['m1', 'm2']);
  await db.processedMessage.create({ data: { queue: 'reporting', messageId: 'm3' } });

  await given(['m2', 'm3', 'm4']);

  expect((await outboxMessages(db)).map(({ id }) => id)).toEqual(['m1', 'm2', 'm4']);
});

test('an event that nobody waits for is bulk, however urgent what led to it', async () => {
  await withTransaction(db, (tx) =>
    insertEvents(tx, [callShadowDue.of({ historyId: 1, revision: 1 })], {
      causedBy: 'live-1',
      actorId: null,
      origin: null,
      at: new Date('2026-11-24T12:00:00Z'),
      priority: 'live',
    }),
  );

  expect(await db.outbox.findMany()).toMatchObject([{ messageId: 'live-1.1', priority: PRIORITIES.bulk }]);
});

test('what people wait for goes before any bulk, however long that has waited', async () => {
  await given(['bulk-1', 'bulk-2', 'bulk-3'], 'bulk');
  await given(['live-1']);

  expect(await claimIds(2)).toEqual(['live-1', 'bulk-1']);
  expect(await claimIds(2)).toEqual(['bulk-2', 'bulk-3']);
});

test('several relays side by side: each message is claimed by one of them', async () => {
  const ids = Array.from({ length: 200 }, (_, index) => `m${index}`);
  await given(ids);

  const claimed = (await Promise.all(Array.from({ length: 6 }, () => claimIds(50)))).flat();

  expect(new Set(claimed).size).toBe(claimed.length);
  const left = await claimIds(1_000);
  expect([...claimed, ...left].sort()).toEqual(ids.sort());
});

test('what another relay is claiming at this moment is left to it, without waiting', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `m${index}`);
  await given(ids);

  await withTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM outbox ORDER BY id LIMIT 5 FOR UPDATE`;

    expect(await claimIds(10)).toEqual(ids.slice(5, 15));
  });
});

test('a relay that dies after claiming delays its messages and loses none', async () => {
  await given(['m1', 'm2']);
  await claimIds();
  expect(await claimIds()).toEqual([]);

  const waits = await db.$queryRaw<{ s: number }[]>`
    SELECT extract(epoch FROM next_send_at - now())::int AS s FROM outbox`;
  expect(waits.every(({ s }) => s > 0 && s <= 30)).toBe(true);

  await makeDue(db);
  expect(await claimIds()).toEqual(['m1', 'm2']);
});

test('pauses between sendings grow to an hour and never break, even after years', async () => {
  await given(['m1']);
  const pauses: number[] = [];
  for (const attempts of [0, 1, 2, 3, 4, 10_000]) {
    await db.$executeRaw`UPDATE outbox SET next_send_at = now(), attempts = ${attempts}`;
    await claimIds();
    const [row] = await db.$queryRaw<{ s: number }[]>`
      SELECT round(extract(epoch FROM next_send_at - now()))::int AS s FROM outbox`;
    pauses.push(row?.s ?? 0);
  }

  expect(pauses).toEqual([30, 120, 480, 1_920, 3_600, 3_600]);
});

test('what a queue did not take is due again in seconds, as if it had not been tried', async () => {
  await given(['m1']);

  await giveBackRows(db, await claimRows(db, 10));

  const [row] = await db.$queryRaw<{ s: number; attempts: number }[]>`
    SELECT round(extract(epoch FROM next_send_at - now()))::int AS s, attempts FROM outbox`;
  expect(row).toEqual({ s: 2, attempts: 0 });
});

test('messages for a queue of a newer version wait for its relay', async () => {
  await given(['m1']);
  await db.$executeRaw`UPDATE outbox SET queue = 'queue-of-tomorrow'`;

  expect(await claimIds()).toEqual([]);
  expect(await db.outbox.count({ where: { attempts: 0 } })).toBe(1);
});

test('a row whose message was processed all the same is taken out when it is sent again', async () => {
  await given(['m1', 'm2']);
  await db.processedMessage.create({ data: { queue: 'reporting', messageId: 'm1' } });

  await removeProcessedRows(db, await claimRows(db, 10));

  expect((await outboxMessages(db)).map(({ id }) => id)).toEqual(['m2']);
});

test('processed messages are forgotten after 45 days, not before', async () => {
  await db.$executeRaw`INSERT INTO processed_messages (queue, message_id, processed_at) VALUES
    ('reporting', 'old', now() - interval '46 days'), ('reporting', 'young', now() - interval '44 days')`;

  expect(await forgetOldMessages(db)).toBe(1);
  expect(await db.processedMessage.findMany({ select: { messageId: true } })).toEqual([
    { messageId: 'young' },
  ]);
});
