import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { callReceived, lmRunStart } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, testDatabase, until, type Clinic } from '@perezvon/db/testing';
import { publishEvents, publishIntent, type QueueBackend, type WorkerTiming } from '@perezvon/messaging';
import { startHarness, testBackends, type Harness } from '@perezvon/messaging/testing';
import { handlersWith } from '../src/index.js';
import { STEP_CALLS } from '../src/runs/step.js';
import { givenOldCalls, givenVersions, handlerDeps, TAGS } from './given-runs.js';
import { COMPLAINT } from './talks.js';

/** Enough that the run still goes on when every live call of the test has been scored. */
const CALLS = 4_000;
const PROBES = 9;
/**
 * A live call beside a rescore may take this many times what it takes alone. Waiting for the run's end would be
 * hundreds of times; a step in front of it, on a machine that other tests keep busy, a few.
 */
const MAX_SLOWDOWN = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe.each(testBackends())('long runs with queues on $name', ({ backend }) => {
  let db: DbClient;
  let clinic: Clinic;
  let where: QueueBackend;
  let harnesses: Harness[];
  beforeEach(async () => {
    const database = await testDatabase();
    ({ db } = database);
    where = backend(database.url);
    harnesses = [];
    clinic = await givenClinic(db);
    await givenVersions(db);
  });
  afterEach(async () => {
    for (const harness of harnesses) await harness.stop();
  });

  const open = async (timing?: WorkerTiming): Promise<Harness> => {
    const harness = await startHarness({ db, backend: where, ...(timing && { timing }) });
    harnesses.push(harness);
    return harness;
  };
  const beginRescore = ({ deps }: Harness) =>
    publishIntent(
      deps,
      lmRunStart.of(
        { kind: 'rescore', tag: TAGS.active, since: null, until: null },
        { id: 'tg-1', actorId: clinic.supremeDev.id, at: new Date() },
      ),
    );
  const theRun = () => db.lmRun.findFirst();
  const runIsDone = (timeoutMs: number) =>
    until(async () => (await theRun())?.state === 'done', { what: 'the run is done', timeoutMs });

  /** How long a call that has just arrived waits for its score, in ms. */
  const liveCallTakes = async ({ deps }: Harness): Promise<number> => {
    const { historyId } = await givenCall(db, { turns: COMPLAINT, callDate: '2026-11-25T09:00:00Z' });
    const startedAt = performance.now();
    await publishEvents(deps, [callReceived.of({ historyId, revision: 1 })], {
      causedBy: `ingest-${historyId}`,
      actorId: null,
      origin: null,
      at: deps.now(),
    });
    await until(() => db.callScore.count({ where: { historyId, isCurrent: true } }), {
      what: 'it is scored',
    });
    return performance.now() - startedAt;
  };
  const probe = async (harness: Harness): Promise<number> => {
    const taken: number[] = [];
    for (let number = 0; number < PROBES; number += 1) taken.push(await liveCallTakes(harness));
    return median(taken);
  };

  test('a rescore of thousands does not hold up the calls that arrive meanwhile', async () => {
    await givenOldCalls(db, CALLS);
    const harness = await open();
    harness.relay();
    harness.consume('lm-scoring', handlersWith(handlerDeps()));
    await liveCallTakes(harness);
    const alone = await probe(harness);

    await beginRescore(harness);
    await until(async () => (await theRun())?.doneCalls, { what: 'the run is on its way' });
    const beside = await probe(harness);

    expect((await theRun())?.state).toBe('running');
    expect(beside / alone).toBeLessThan(MAX_SLOWDOWN);
  }, 120_000);

  test('the run of a process that died in the middle of a step is taken up by another: nothing twice, nothing lost', async () => {
    const quick = { lockMs: 1_000, stalledCheckMs: 500 };
    await givenOldCalls(db, 400);
    const dying = await open(quick);
    const stopRelay = dying.relay();
    const stopDying = dying.consume('lm-scoring', handlersWith(handlerDeps()));
    await beginRescore(dying);
    await until(async () => (await theRun())?.doneCalls, { what: 'the first step is done' });
    await stopDying();
    // The next step is taken by a process that dies with it: nothing is finished, given back or unlocked.
    let hasBegun = false;
    const worker = dying.deps.queues.worker('lm-scoring', () => {
      hasBegun = true;
      return new Promise(() => {});
    });
    await until(() => hasBegun, { what: 'the step has begun' });
    await worker.close(true);
    await stopRelay();
    const { doneCalls = 0 } = (await theRun()) ?? {};
    expect(doneCalls).toBeLessThan(400);

    const other = await open(quick);
    other.relay();
    other.consume('lm-scoring', handlersWith(handlerDeps()));
    await runIsDone(60_000);

    expect(await theRun()).toMatchObject({ doneCalls: 400, failedCalls: 0 });
    expect(await db.callScore.count({ where: { lmVersionTag: TAGS.active, isCurrent: true } })).toBe(400);
    expect(await db.callScore.count({ where: { lmVersionTag: TAGS.old, isCurrent: false } })).toBe(400);
    expect(await db.outbox.count({ where: { queue: 'reporting' } })).toBe(400 / STEP_CALLS.rescore);
  }, 90_000);
});
