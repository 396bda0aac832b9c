import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { callReceived } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { publishEvents, type QueueBackend } from '@perezvon/messaging';
import { startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { handlersWith } from '../src/index.js';
import { aProcess, contentNamed, givenVersion, SHIPPED, shippedEngine } from './given-versions.js';

const CALLS = 120;

describe.each(testBackends())('scoring with queues on $name', ({ backend }) => {
  let db: DbClient;
  let queues: QueueBackend;
  const harnesses: Harness[] = [];
  beforeEach(async () => {
    const database = await testDatabase();
    db = database.db;
    queues = backend(database.url);
    await givenVersion(db, SHIPPED, { state: 'active' });
  });
  afterEach(async () => {
    for (const harness of harnesses.splice(0)) await harness.stop();
  });

  const startProcess = async (): Promise<Harness> => {
    const harness = await startHarness({ db, backend: queues });
    harnesses.push(harness);
    return harness;
  };
  const announce = ({ deps }: Harness, historyId: number, revision = 1) =>
    publishEvents(deps, [callReceived.of({ historyId, revision })], {
      causedBy: `ingest-${historyId}.${revision}`,
      actorId: null,
      origin: null,
      at: deps.now(),
    });
  const givenCalls = async (harness: Harness, count: number): Promise<number[]> => {
    const historyIds: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const { historyId } = await givenCall(db);
      await announce(harness, historyId);
      historyIds.push(historyId);
    }
    return historyIds;
  };
  const scored = () => db.callScore.count({ where: { isCurrent: true } });

  test('two processes share the calls; one that stops in the middle leaves none behind and none twice', async () => {
    const [leaving, staying] = [await startProcess(), await startProcess()];
    await givenCalls(staying, CALLS);
    const stopLeaving = leaving.consume('lm-scoring', handlersWith(aProcess()));
    staying.relay();

    await until(async () => (await scored()) > 0, { what: 'the first calls are scored' });
    staying.consume('lm-scoring', handlersWith(aProcess()));
    await stopLeaving();

    await until(async () => (await scored()) === CALLS, { what: 'every call is scored' });
    expect(await db.callScore.count()).toBe(CALLS);
    expect(await db.outbox.count({ where: { queue: 'lm-scoring' } })).toBe(0);
    expect(await db.outbox.count({ where: { queue: 'reporting' } })).toBe(CALLS);
  });

  test('a newer revision in the same batch wins, whatever order the messages come in', async () => {
    const harness = await startProcess();
    const { historyId } = await givenCall(db);
    await db.call.update({ where: { historyId }, data: { revision: 2 } });
    await announce(harness, historyId, 2);
    await announce(harness, historyId, 1);

    harness.relay();
    harness.consume('lm-scoring', handlersWith(aProcess()));

    await until(async () => (await db.outbox.count({ where: { queue: 'lm-scoring' } })) === 0, {
      what: 'both messages are processed',
    });
    expect(await db.callScore.findMany({ where: { historyId } })).toMatchObject([
      { revision: 2, isCurrent: true },
    ]);
    expect(await db.outbox.count({ where: { queue: 'reporting' } })).toBe(1);
  });

  test('a call that breaks the engine ends in the failed set with its reason, the others are scored; a retry after the fix works', async () => {
    const harness = await startProcess();
    const [poison] = await givenCalls(harness, 20);
    let isFixed = false;
    const breaking = aProcess(silentLog, () => ({
      tag: shippedEngine.tag,
      timezone: 'Europe/Moscow',
      score: (call) => {
        if (call.history_id === poison && !isFixed) throw new TypeError('a bug');
        return shippedEngine.score(call);
      },
    }));
    harness.relay();
    harness.consume('lm-scoring', handlersWith(breaking));
    const queue = harness.deps.queues.queue('lm-scoring');

    const failed = await until(
      async () => {
        // Its pauses between attempts are a matter of seconds; the test does not wait for them.
        await queue.promoteJobs();
        return (await queue.getFailed())[0];
      },
      { what: 'the call is given up' },
    );
    expect(failed.failedReason).toContain(`call ${poison} (revision 1) broke the engine`);
    await until(async () => (await scored()) === 19, { what: 'the other calls are scored' });
    const parked = () => db.outbox.findMany({ where: { queue: 'lm-scoring' }, select: { nextSendAt: true } });
    await until(async () => (await parked()).every(({ nextSendAt }) => nextSendAt === null), {
      what: 'it is parked',
    });

    isFixed = true;
    await failed.retry();

    await until(async () => (await scored()) === 20, { what: 'the retried call is scored' });
    expect(await parked()).toEqual([]);
    expect(await queue.getFailedCount()).toBe(0);
  });

  test('versions in shadow score every call too, after the active one, and nothing more is announced', async () => {
    await givenVersion(db, contentNamed('calm', 'calm'), { state: 'shadow' });
    const harness = await startProcess();
    await givenCalls(harness, 20);
    harness.consume('lm-scoring', handlersWith(aProcess()));
    harness.relay();

    await until(async () => (await db.callScore.count({ where: { isCurrent: false } })) === 20, {
      what: 'every call is scored in shadow',
    });
    expect(await scored()).toBe(20);
    const told = await db.outbox.findMany({ where: { queue: 'reporting' }, select: { message: true } });
    const types = told.map(({ message }) => String(Object(message).type));
    expect(types.filter((type) => type === 'call.scored')).toHaveLength(20);
    expect(new Set(types)).toEqual(new Set(['call.scored', 'scores.stored']));
  });
});
