import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { withTransaction } from '@perezvon/db';
import { until } from '@perezvon/db/testing';
import { BREAKING_ID, stepMessage, TAGS } from './given-runs.js';
import { CALLS, NOW, openRunBench, STEP_CALLS, type RunBench } from './run-bench.js';
import { COMPLAINT } from './talks.js';

let bench: RunBench;
beforeAll(async () => {
  bench = await openRunBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

describe('a rescore', () => {
  test('under the active version passes every call once; the old scores stay under their tag', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.takeSteps();

    expect(await bench.theRun()).toMatchObject({
      state: 'done',
      totalCalls: CALLS,
      doneCalls: CALLS,
      failedCalls: 0,
      finishedAt: new Date(NOW),
    });
    expect(await bench.scores(TAGS.active, true)).toBe(CALLS);
    expect(await bench.scores(TAGS.old, false)).toBe(CALLS);
    expect(await bench.db.callScore.count({ where: { isCurrent: true, complaintRiskFlag: true } })).toBe(
      CALLS,
    );
    const days = (await bench.outboxOf('scores.stored')).flatMap(({ payload }) => Object(payload).callDates);
    expect(new Set(days).size).toBe(CALLS);
    expect(await bench.outboxOf('lm_run.finished')).toHaveLength(1);
  });

  test('under a shadow version changes nothing that is shown', async () => {
    await bench.begin('rescore', TAGS.shadow);
    await bench.takeSteps();

    expect(await bench.scores(TAGS.shadow, false)).toBe(CALLS);
    expect(await bench.scores(TAGS.old, true)).toBe(CALLS);
  });

  test('under a shadow version leaves current what that version itself is shown with', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.takeSteps();
    await bench.setState(TAGS.active, 'shadow');
    try {
      await bench.begin('rescore', TAGS.active, { until: '2026-11-02T00:00:00Z' });
      await bench.takeSteps();
      expect(await bench.scores(TAGS.active, true)).toBe(CALLS);
    } finally {
      await bench.setState(TAGS.active, 'active');
    }
  });

  test('tells the day that a call was shown on before, too', async () => {
    const [first] = await bench.db.call.findMany({ orderBy: { callDate: 'asc' }, take: 1 });
    if (!first) throw new Error('there are calls');
    const { historyId, callDate } = first;
    await bench.db.call.update({ where: { historyId }, data: { callDate: '2026-12-24T08:00:00Z' } });
    await bench.begin('rescore', TAGS.active, { since: '2026-12-24T00:00:00Z' });
    await bench.takeSteps();
    await bench.db.call.update({ where: { historyId }, data: { callDate } });

    const [stored] = await bench.outboxOf('scores.stored');
    expect(Object(stored?.payload).callDates).toEqual(['2026-12-24T08:00:00.000Z', callDate.toISOString()]);
  });

  test('of a period passes its calls only', async () => {
    await bench.begin('rescore', TAGS.active, {
      since: '2026-11-02T00:00:00Z',
      until: '2026-11-03T00:00:00Z',
    });
    await bench.takeSteps();

    expect(await bench.theRun()).toMatchObject({ totalCalls: 24, doneCalls: 24 });
    expect(await bench.scores(TAGS.active, true)).toBe(24);
  });

  test('a version that becomes the active one in the middle is stored as current from there on', async () => {
    await bench.begin('rescore', TAGS.shadow);
    await bench.takeStep();
    await bench.setState(TAGS.active, 'shadow');
    await bench.setState(TAGS.shadow, 'active');
    try {
      await bench.takeSteps();
      expect(await bench.scores(TAGS.shadow, true)).toBe(CALLS - STEP_CALLS);
      expect(await bench.scores(TAGS.old, true)).toBe(STEP_CALLS);
    } finally {
      await bench.setState(TAGS.shadow, 'shadow');
      await bench.setState(TAGS.active, 'active');
    }
  });

  test('a step that comes twice, or late, changes nothing', async () => {
    await bench.begin('rescore', TAGS.active);
    const [first] = await bench.outboxOf('lm_run.step');
    expect(await bench.process(first)).toBe('done');
    expect(await bench.process(first)).toBe('duplicate');
    const { id } = await bench.theRun();
    await bench.process(stepMessage(id, 0));

    expect(await bench.theRun()).toMatchObject({ doneCalls: STEP_CALLS });
    expect(await bench.outboxOf('lm_run.step')).toHaveLength(1);
    expect(await bench.scores(TAGS.active, true)).toBe(STEP_CALLS);
  });

  test('two copies of a step at the same time pass its calls once', async () => {
    await bench.begin('rescore', TAGS.active);
    const { id } = await bench.theRun();
    await Promise.all([bench.process(stepMessage(id, 0)), bench.process(stepMessage(id, 0))]);

    expect(await bench.theRun()).toMatchObject({ doneCalls: STEP_CALLS });
    expect(await bench.outboxOf('scores.stored')).toHaveLength(1);
  });

  test('a step that breaks off leaves nothing behind and is done again from its beginning', async () => {
    await bench.begin('rescore', TAGS.active);
    const [first] = await bench.outboxOf('lm_run.step');
    await bench.db.$executeRaw`ALTER TABLE lm_runs ADD CONSTRAINT breaks CHECK (done_calls = 0)`;
    await expect(bench.process(first)).rejects.toThrow();
    expect(await bench.scores(TAGS.active, true)).toBe(0);

    await bench.db.$executeRaw`ALTER TABLE lm_runs DROP CONSTRAINT breaks`;
    await bench.takeSteps();
    expect(await bench.theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect(await bench.scores(TAGS.active, true)).toBe(CALLS);
  });

  test('a call that changes while its step runs gets the score of its new content', async () => {
    const [changed] = await bench.db.call.findMany({ orderBy: { callDate: 'asc' }, take: 1 });
    const historyId = changed?.historyId ?? 0n;
    await bench.begin('rescore', TAGS.active);
    const [first] = await bench.outboxOf('lm_run.step');
    let stepping: Promise<unknown> = Promise.resolve();
    await withTransaction(bench.db, async (tx) => {
      await tx.call.update({ where: { historyId }, data: { revision: 2 } });
      await tx.callTranscript.update({ where: { historyId }, data: { turns: COMPLAINT.slice(0, 1) } });
      stepping = bench.process(first);
      const waits = () => bench.db.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await until(async () => (await waits()).length > 0, { what: 'the step waits for the change' });
    });
    await stepping;

    expect(await bench.db.callScore.findFirst({ where: { historyId, isCurrent: true } })).toMatchObject({
      revision: 2,
      validDialogue: false,
    });
    await bench.db.callTranscript.update({ where: { historyId }, data: { turns: COMPLAINT } });
  });

  test('a call that breaks the engine is counted and left out', async () => {
    await bench.begin('rescore', TAGS.breaking);
    await bench.takeSteps();

    expect(await bench.theRun()).toMatchObject({ state: 'done', doneCalls: CALLS, failedCalls: 1 });
    expect(await bench.db.callScore.count({ where: { lmVersionTag: TAGS.breaking } })).toBe(CALLS - 1);
    expect(
      await bench.db.callScore.count({ where: { lmVersionTag: TAGS.breaking, historyId: BREAKING_ID } }),
    ).toBe(0);
  });
});
