import { callListened, type Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { testDatabase, until } from '@perezvon/db/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { relayOnce, type QueueBackend, type WorkerTiming } from '../src/index.js';
import { startHarness, testBackends, type Harness } from '../src/testing/index.js';
import { givenOutbox, makeDue, onScored, scored } from './given-messages.js';

const idsOf = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const asLive = (id: string) => ({ queue: 'reporting' as const, envelope: scored(id) });
const asBulk = (id: string) => ({ ...asLive(id), priority: 'bulk' as const });

/** A relay sends 500 at a time. */
const MORE_THAN_A_BATCH = 520;
/** On a machine that is busy with other tests. */
const EMPTY_WITHIN_MS = 50_000;

describe.each(testBackends())('each message takes effect once, on $name', ({ backend }) => {
  let db: DbClient;
  let where: QueueBackend;
  let harnesses: Harness[];
  const open = async (timing?: WorkerTiming): Promise<Harness> => {
    const harness = await startHarness({ db, backend: where, ...(timing && { timing }) });
    harnesses.push(harness);
    return harness;
  };
  beforeEach(async () => {
    const database = await testDatabase();
    ({ db } = database);
    where = backend(database.url);
    harnesses = [];
  });
  afterEach(async () => {
    for (const harness of harnesses) await harness.stop();
  });

  const effects: string[] = [];
  beforeEach(() => {
    effects.length = 0;
  });
  const noting = onScored(async ({ id }) => {
    effects.push(id);
  });
  const outboxIsEmpty = () =>
    until(async () => (await db.outbox.count()) === 0, {
      what: () => `the outbox is empty (${effects.length} effects so far)`,
      timeoutMs: EMPTY_WITHIN_MS,
    });

  test('three processes relay and consume side by side', async () => {
    const ids = idsOf('m', MORE_THAN_A_BATCH);
    await givenOutbox(db, ids.map(asLive));

    for (const harness of [await open(), await open(), await open()]) {
      harness.consume('reporting', noting);
      harness.relay();
    }
    await outboxIsEmpty();

    expect(effects.sort()).toEqual(ids.sort());
  });

  test('a queue that took half of a batch before it broke gets it again', async () => {
    const ids = idsOf('m', 100);
    await givenOutbox(db, ids.map(asLive));
    const { deps, consume } = await open();
    await deps.queues
      .queue('reporting')
      .addBulk(
        ids.slice(0, 50).map((id) => ({ name: 'call.scored', data: scored(id), opts: { jobId: id } })),
      );

    await relayOnce(deps);
    consume('reporting', noting);
    await outboxIsEmpty();

    expect(effects.sort()).toEqual(ids.sort());
  });

  test('a queue that lost everything is filled again from the outbox', async () => {
    const ids = idsOf('m', 40);
    await givenOutbox(db, ids.map(asLive));
    const { deps, consume } = await open();
    await relayOnce(deps);
    await deps.queues.queue('reporting').obliterate({ force: true });
    expect(await deps.queues.queue('reporting').getJobCountByTypes('waiting')).toBe(0);

    await makeDue(db);
    await relayOnce(deps);
    consume('reporting', noting);
    await outboxIsEmpty();

    expect(effects.sort()).toEqual(ids.sort());
  });

  test('a message that was published again when its job was already finished does not stay behind', async () => {
    await givenOutbox(db, [asLive('m-1')]);
    const { deps, consume } = await open();
    await relayOnce(deps);
    consume('reporting', noting);
    await outboxIsEmpty();
    const message = structuredClone(scored('m-1'));
    await db.outbox.create({
      data: { messageId: 'm-1', queue: 'reporting', message: Object(message), attempts: 1 },
    });

    await relayOnce(deps);

    expect(await db.outbox.count()).toBe(0);
    expect(effects).toEqual(['m-1']);
  });

  test('the job of a process that died in the middle is taken up by another', async () => {
    const quick = { lockMs: 1_000, stalledCheckMs: 500 };
    await givenOutbox(db, [asLive('m-1')]);
    const dying = await open(quick);
    await relayOnce(dying.deps);
    let hasBegun = false;
    const worker = dying.deps.queues.worker('reporting', () => {
      hasBegun = true;
      return new Promise(() => {});
    });
    await until(() => hasBegun, { what: 'the job has begun' });
    // As SIGKILL does it: nothing is finished, given back or unlocked.
    await worker.close(true);

    const other = await open(quick);
    other.consume('reporting', noting);
    await outboxIsEmpty();

    expect(effects).toEqual(['m-1']);
  });

  test('events of one message arrive in their order', async () => {
    const { deps, consume } = await open();
    const events = idsOf('tg-1', 30);
    await givenOutbox(db, events.map(asLive));
    const order: string[] = [];
    await relayOnce(deps);
    const queued: Envelope[] = (await deps.queues.queue('reporting').getJobs(['waiting'], 0, -1, true)).map(
      ({ data }) => data,
    );

    expect(queued.map(({ id }) => id)).toEqual(events);
    consume(
      'reporting',
      onScored(async ({ id }) => void order.push(id)),
    );
    await outboxIsEmpty();
    expect(order).toHaveLength(events.length);
  });

  test('a person’s message does not wait behind an import', async () => {
    const { deps, consume, relay } = await open();
    const bulk = idsOf('bulk', MORE_THAN_A_BATCH);
    await givenOutbox(db, bulk.map(asBulk));
    await relayOnce(deps);
    await givenOutbox(db, [asLive('live-1')]);
    await relayOnce(deps);

    consume('reporting', noting);
    relay();
    await until(() => effects.includes('live-1'), {
      what: () => `live-1 (${effects.length} effects so far)`,
    });

    // Only what was taken at the same moment may come before it.
    expect(effects.indexOf('live-1')).toBeLessThan(32);
  });

  test('what an import leads to does not stand in the way of people either', async () => {
    const { deps, consume } = await open();
    await givenOutbox(db, [asLive('live-1'), asBulk('bulk-1')]);
    consume(
      'reporting',
      onScored(async () => [callListened.of({ historyId: 1 })]),
    );
    await relayOnce(deps);
    await until(async () => (await db.processedMessage.count()) === 2, { what: 'both are processed' });

    expect(
      await db.outbox.findMany({
        select: { messageId: true, priority: true },
        orderBy: { messageId: 'asc' },
      }),
    ).toEqual([
      { messageId: 'bulk-1.1', priority: 10 },
      { messageId: 'live-1.1', priority: 0 },
    ]);
  });
});
