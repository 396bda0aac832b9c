import { callReceived, callScored, type Envelope } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import { clockAt, silentLog, testDatabase } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { processEventBatch } from '../src/event-batches.js';
import type { CheckedBatchHandler } from '../src/handlers.js';
import { insertOutbox, type ProcessingDeps } from '../src/index.js';

const NOW = '2026-11-24T09:00:00.000Z';
let deps: ProcessingDeps;
beforeAll(async () => {
  deps = { db: (await testDatabase()).db, log: silentLog, now: clockAt(NOW) };
});

const received = (id: string, historyId: number): Envelope => ({
  ...callReceived.of({ historyId, revision: 1 }),
  id,
  actorId: null,
  causedBy: null,
  origin: null,
  at: NOW,
});

const announcing: CheckedBatchHandler = {
  kind: 'batch',
  size: 10,
  handle: async (events) =>
    events.map((_, index) => [
      callScored.of({
        historyId: index + 1,
        revision: 1,
        lmVersionTag: 'v1.0.0+00000000',
        callDate: NOW,
        previousCallDate: null,
      }),
    ]),
};

test('each message of a batch takes effect once, and each names its own consequences', async () => {
  const [first, second, third] = [received('batch-1', 1), received('batch-2', 2), received('batch-3', 3)];

  expect(await processEventBatch('lm-scoring', [first, second, first], announcing, deps)).toEqual([
    'done',
    'done',
    'duplicate',
  ]);
  expect(await processEventBatch('lm-scoring', [second, third], announcing, deps)).toEqual([
    'duplicate',
    'done',
  ]);

  const stored = await deps.db.outbox.findMany({ where: { queue: 'reporting' }, orderBy: { id: 'asc' } });
  expect(stored.map(({ messageId }) => messageId)).toEqual(['batch-1.1', 'batch-2.1', 'batch-3.1']);
});

test('a batch that breaks leaves nothing behind: no mark, no event, its outbox rows still there', async () => {
  const events = [received('broken-1', 1), received('broken-2', 2)];
  await withTransaction(deps.db, (tx) =>
    insertOutbox(
      tx,
      events.map((envelope) => ({ queue: 'lm-scoring' as const, envelope })),
    ),
  );
  const breaking: CheckedBatchHandler = {
    ...announcing,
    handle: async (some, tools) => {
      await announcing.handle(some, tools);
      throw new Error('broken');
    },
  };

  await expect(processEventBatch('lm-scoring', events, breaking, deps)).rejects.toThrow('broken');

  expect(await deps.db.processedMessage.count({ where: { messageId: { startsWith: 'broken' } } })).toBe(0);
  expect(await deps.db.outbox.count({ where: { messageId: { startsWith: 'broken' } } })).toBe(2);
});

test('what a bulk message leads to is bulk too, beside a live one in the same batch', async () => {
  const [live, bulk] = [received('mixed-1', 1), received('mixed-2', 2)];
  await withTransaction(deps.db, (tx) =>
    insertOutbox(tx, [
      { queue: 'lm-scoring', envelope: live, priority: 'live' },
      { queue: 'lm-scoring', envelope: bulk, priority: 'bulk' },
    ]),
  );

  await processEventBatch('lm-scoring', [live, bulk], announcing, deps);

  const stored = await deps.db.outbox.findMany({
    where: { messageId: { startsWith: 'mixed' } },
    orderBy: { messageId: 'asc' },
    select: { messageId: true, priority: true },
  });
  expect(stored).toEqual([
    { messageId: 'mixed-1.1', priority: 0 },
    { messageId: 'mixed-2.1', priority: 10 },
  ]);
});
