import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lmRunCancel, lmRunPause, lmRunResume, lmRunStart, type LmRunKind } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { clockAt, givenClinic, silentLog, testDatabase, until, type Clinic } from '@perezvon/db/testing';
import { ComparisonState, createComparison } from '@perezvon/lm';
import { openQueues, processMessage, type MessagingDeps } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { handlersWith } from '../src/index.js';
import { STEP_CALLS as STEPS } from '../src/runs/step.js';
import { wakeRuns } from '../src/runs/wake-runs.js';
import {
  BREAKING_ID,
  COMPLAINT,
  givenOldCalls,
  givenVersions,
  handlerDeps,
  stepMessage,
  TAGS,
} from './given-runs.js';

const STEP_CALLS = STEPS.rescore;
/** Two whole steps and a part of a third. */
const CALLS = 2 * STEP_CALLS + 20;
const NOW = '2026-11-25T12:00:00.000Z';
const handlers = handlersWith(handlerDeps());

let db: DbClient;
let clinic: Clinic;
let deps: MessagingDeps;
beforeAll(async () => {
  const database = await testDatabase();
  ({ db } = database);
  clinic = await givenClinic(db);
  await givenVersions(db);
  await givenOldCalls(db, CALLS);
  const queues = openQueues({ kind: 'postgres', url: database.url }, () => {});
  deps = { db, queues, log: silentLog, now: clockAt(NOW) };
});
afterAll(() => deps.queues.close());
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.processedMessage.deleteMany();
  await db.lmRun.deleteMany();
  await db.scoreFeedback.deleteMany();
  await db.callScore.deleteMany({ where: { lmVersionTag: { not: TAGS.old } } });
  await db.callScore.updateMany({ data: { isCurrent: true } });
  await db.call.updateMany({ data: { revision: 1 } });
});

let lastIntent = 0;
const context = () => {
  lastIntent += 1;
  return { id: `tg-${lastIntent}`, actorId: clinic.supremeDev.id, at: new Date(NOW) };
};
const process = (message: unknown) => processMessage('lm-scoring', message, handlers, deps);
const begin = (kind: LmRunKind, tag: string, period: { since?: string; until?: string } = {}) =>
  process(lmRunStart.of({ kind, tag, since: period.since ?? null, until: period.until ?? null }, context()));
const theRun = () => db.lmRun.findFirstOrThrow({ orderBy: { id: 'desc' } });
const outboxOf = async (type: string) =>
  (await outboxMessages(db)).filter((message) => message.type === type);
const refusals = async () => (await outboxOf('action.denied')).map(({ payload }) => Object(payload).reason);

/** Takes the step that waits, as the queue would; a step hands on at most one. */
const takeStep = async (): Promise<boolean> => {
  const [step] = await outboxOf('lm_run.step');
  if (step) await process(step);
  return step !== undefined;
};
const takeSteps = async () => {
  while (await takeStep()) continue;
};
const scores = (lmVersionTag: string, isCurrent: boolean) =>
  db.callScore.count({ where: { lmVersionTag, isCurrent } });

const setState = (tag: string, state: 'active' | 'shadow') =>
  db.lmRuleset.update({ where: { tag }, data: { state } });

describe('a rescore', () => {
  test('under the active version passes every call once; the old scores stay under their tag', async () => {
    await begin('rescore', TAGS.active);
    await takeSteps();

    expect(await theRun()).toMatchObject({
      state: 'done',
      totalCalls: CALLS,
      doneCalls: CALLS,
      failedCalls: 0,
      finishedAt: new Date(NOW),
    });
    expect(await scores(TAGS.active, true)).toBe(CALLS);
    expect(await scores(TAGS.old, false)).toBe(CALLS);
    expect(await db.callScore.count({ where: { isCurrent: true, complaintRiskFlag: true } })).toBe(CALLS);
    const days = (await outboxOf('scores.stored')).flatMap(({ payload }) => Object(payload).callDates);
    expect(new Set(days).size).toBe(CALLS);
    expect(await outboxOf('lm_run.finished')).toHaveLength(1);
  });

  test('under a shadow version changes nothing that is shown', async () => {
    await begin('rescore', TAGS.shadow);
    await takeSteps();

    expect(await scores(TAGS.shadow, false)).toBe(CALLS);
    expect(await scores(TAGS.old, true)).toBe(CALLS);
  });

  test('under a shadow version leaves current what that version itself is shown with', async () => {
    await begin('rescore', TAGS.active);
    await takeSteps();
    await setState(TAGS.active, 'shadow');
    try {
      await begin('rescore', TAGS.active, { until: '2026-11-02T00:00:00Z' });
      await takeSteps();
      expect(await scores(TAGS.active, true)).toBe(CALLS);
    } finally {
      await setState(TAGS.active, 'active');
    }
  });

  test('tells the day that a call was shown on before, too', async () => {
    const [first] = await db.call.findMany({ orderBy: { callDate: 'asc' }, take: 1 });
    if (!first) throw new Error('there are calls');
    const { historyId, callDate } = first;
    await db.call.update({ where: { historyId }, data: { callDate: '2026-12-24T08:00:00Z' } });
    await begin('rescore', TAGS.active, { since: '2026-12-24T00:00:00Z' });
    await takeSteps();
    await db.call.update({ where: { historyId }, data: { callDate } });

    const [stored] = await outboxOf('scores.stored');
    expect(Object(stored?.payload).callDates).toEqual(['2026-12-24T08:00:00.000Z', callDate.toISOString()]);
  });

  test('of a period passes its calls only', async () => {
    await begin('rescore', TAGS.active, { since: '2026-11-02T00:00:00Z', until: '2026-11-03T00:00:00Z' });
    await takeSteps();

    expect(await theRun()).toMatchObject({ totalCalls: 24, doneCalls: 24 });
    expect(await scores(TAGS.active, true)).toBe(24);
  });

  test('a version that becomes the active one in the middle is stored as current from there on', async () => {
    await begin('rescore', TAGS.shadow);
    await takeStep();
    await setState(TAGS.active, 'shadow');
    await setState(TAGS.shadow, 'active');
    try {
      await takeSteps();
      expect(await scores(TAGS.shadow, true)).toBe(CALLS - STEP_CALLS);
      expect(await scores(TAGS.old, true)).toBe(STEP_CALLS);
    } finally {
      await setState(TAGS.shadow, 'shadow');
      await setState(TAGS.active, 'active');
    }
  });

  test('a step that comes twice, or late, changes nothing', async () => {
    await begin('rescore', TAGS.active);
    const [first] = await outboxOf('lm_run.step');
    expect(await process(first)).toBe('done');
    expect(await process(first)).toBe('duplicate');
    const { id } = await theRun();
    await process(stepMessage(id, 0));

    expect(await theRun()).toMatchObject({ doneCalls: STEP_CALLS });
    expect(await outboxOf('lm_run.step')).toHaveLength(1);
    expect(await scores(TAGS.active, true)).toBe(STEP_CALLS);
  });

  test('two copies of a step at the same time pass its calls once', async () => {
    await begin('rescore', TAGS.active);
    const { id } = await theRun();
    await Promise.all([process(stepMessage(id, 0)), process(stepMessage(id, 0))]);

    expect(await theRun()).toMatchObject({ doneCalls: STEP_CALLS });
    expect(await outboxOf('scores.stored')).toHaveLength(1);
  });

  test('a step that breaks off leaves nothing behind and is done again from its beginning', async () => {
    await begin('rescore', TAGS.active);
    const [first] = await outboxOf('lm_run.step');
    await db.$executeRaw`ALTER TABLE lm_runs ADD CONSTRAINT breaks CHECK (done_calls = 0)`;
    await expect(process(first)).rejects.toThrow();
    expect(await scores(TAGS.active, true)).toBe(0);

    await db.$executeRaw`ALTER TABLE lm_runs DROP CONSTRAINT breaks`;
    await takeSteps();
    expect(await theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect(await scores(TAGS.active, true)).toBe(CALLS);
  });

  test('a call that changes while its step runs gets the score of its new content', async () => {
    const [changed] = await db.call.findMany({ orderBy: { callDate: 'asc' }, take: 1 });
    const historyId = changed?.historyId ?? 0n;
    await begin('rescore', TAGS.active);
    const [first] = await outboxOf('lm_run.step');
    let stepping: Promise<unknown> = Promise.resolve();
    await withTransaction(db, async (tx) => {
      await tx.call.update({ where: { historyId }, data: { revision: 2 } });
      await tx.callTranscript.update({ where: { historyId }, data: { turns: COMPLAINT.slice(0, 1) } });
      stepping = process(first);
      const waits = () => db.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await until(async () => (await waits()).length > 0, { what: 'the step waits for the change' });
    });
    await stepping;

    expect(await db.callScore.findFirst({ where: { historyId, isCurrent: true } })).toMatchObject({
      revision: 2,
      validDialogue: false,
    });
    await db.callTranscript.update({ where: { historyId }, data: { turns: COMPLAINT } });
  });

  test('a call that breaks the engine is counted and left out', async () => {
    await begin('rescore', TAGS.breaking);
    await takeSteps();

    expect(await theRun()).toMatchObject({ state: 'done', doneCalls: CALLS, failedCalls: 1 });
    expect(await db.callScore.count({ where: { lmVersionTag: TAGS.breaking } })).toBe(CALLS - 1);
    expect(await db.callScore.count({ where: { lmVersionTag: TAGS.breaking, historyId: BREAKING_ID } })).toBe(
      0,
    );
  });
});

describe('what people decide about a run', () => {
  const runId = async () => (await theRun()).id;
  const decide = async (intent: typeof lmRunPause | typeof lmRunResume | typeof lmRunCancel) =>
    process(intent.of({ runId: await runId() }, context()));

  test('a paused run keeps its place and goes on there', async () => {
    await begin('rescore', TAGS.active);
    await takeStep();
    expect(await decide(lmRunPause)).toBe('done');
    await takeSteps();
    expect(await theRun()).toMatchObject({ state: 'paused', doneCalls: STEP_CALLS });

    expect(await decide(lmRunResume)).toBe('done');
    await takeSteps();
    expect(await theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect(await scores(TAGS.active, true)).toBe(CALLS);
  });

  test('paused and resumed before the step came, it still passes every call once', async () => {
    await begin('rescore', TAGS.active);
    await decide(lmRunPause);
    await decide(lmRunResume);
    await takeSteps();

    expect(await theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect(await outboxOf('scores.stored')).toHaveLength(Math.ceil(CALLS / STEP_CALLS));
    expect(await outboxOf('lm_run.finished')).toHaveLength(1);
  });

  test('a cancelled run stops for good, and what it stored stays', async () => {
    await begin('rescore', TAGS.active);
    await takeStep();
    expect(await decide(lmRunCancel)).toBe('done');
    await takeSteps();

    expect(await theRun()).toMatchObject({ state: 'cancelled', doneCalls: STEP_CALLS });
    expect(await scores(TAGS.active, true)).toBe(STEP_CALLS);
    await decide(lmRunResume);
    await decide(lmRunPause);
    await decide(lmRunCancel);
    expect(await refusals()).toEqual(['run.not_paused', 'run.not_running', 'run.not_open']);
  });

  test.each([
    ['rescore', 'v7.7.7+77777777', 'ruleset.not_found'],
    ['rescore', TAGS.languageModel, 'ruleset.challenger_only'],
    ['rescore', TAGS.unreadable, 'ruleset.cannot_run'],
    ['rescore', TAGS.retired, 'run.version_retired'],
    ['backtest', TAGS.languageModel, 'ruleset.challenger_only'],
  ] as const)('a %s under %s is refused: %s', async (kind, tag, reason) => {
    expect(await begin(kind, tag)).toBe('refused');
    expect(await refusals()).toEqual([reason]);
    expect(await db.lmRun.count()).toBe(0);
  });

  test('a second run of its kind, an empty period and a run that never was are refused', async () => {
    await begin('rescore', TAGS.active);
    await begin('rescore', TAGS.shadow);
    await begin('backtest', TAGS.retired);
    await begin('backtest', TAGS.retired);
    await process(lmRunPause.of({ runId: 2_000_000 }, context()));
    await db.lmRun.deleteMany();
    await begin('rescore', TAGS.active, { until: '2020-01-01T00:00:00Z' });

    expect(await refusals()).toEqual([
      'run.already_running',
      'run.already_running',
      'run.not_found',
      'run.empty_period',
    ]);
  });

  test('an admin may not', async () => {
    const intent = lmRunStart.of(
      { kind: 'rescore', tag: TAGS.active, since: null, until: null },
      { ...context(), actorId: clinic.superadmin.id },
    );
    expect(await process(intent)).toBe('refused');
    expect(await refusals()).toEqual(['permission.missing']);
  });
});

describe('a backtest', () => {
  const reportOf = async () => createComparison(ComparisonState.parse((await theRun()).report)).result();

  test('tells gains and losses with the places of their quotes, and stores no score and no word', async () => {
    await db.scoreFeedback.create({
      data: {
        historyId: BREAKING_ID,
        lmVersionTag: TAGS.old,
        metric: 'complaint_risk_flag',
        verdict: 'missed',
        rules: [],
        userId: clinic.admin.id,
      },
    });
    await begin('backtest', TAGS.active);
    await takeSteps();

    const report = await reportOf();
    const complaint = report.flags.find(({ flag }) => flag === 'complaint_risk_flag');
    expect(report).toMatchObject({ calls: CALLS, tagsBefore: [TAGS.old], tagsAfter: [TAGS.active] });
    expect(complaint).toMatchObject({
      gained: CALLS,
      lost: 0,
      accuracyBefore: { n: 1, recall: 0 },
      accuracyAfter: { n: 1, precision: 1, recall: 1 },
    });
    const [example] = complaint?.gainedExamples ?? [];
    expect(complaint?.gainedExamples).toHaveLength(10);
    expect(example).toMatchObject({ quote: null, turn: 1, before: 5 });
    const { start = 0, length = 0 } = example?.place ?? {};
    expect(COMPLAINT[1]?.text.slice(start, start + length).length).toBeGreaterThan(5);
    expect(JSON.stringify((await theRun()).report)).not.toMatch(/[а-я]/i);
    expect(await db.callScore.count({ where: { lmVersionTag: { not: TAGS.old } } })).toBe(0);
  });

  test('second readers tell the truth too: where people disagree their majority does', async () => {
    const asked = {
      historyId: BREAKING_ID,
      askedMetric: 'complaint_risk_flag',
      wasRaised: false,
      drawnAs: 'random' as const,
      answer: false,
      answeredAt: '2026-11-24T09:00:00Z',
    };
    const verdict = {
      historyId: BREAKING_ID,
      metric: 'complaint_risk_flag',
      lmVersionTag: TAGS.old,
      rules: [],
    };
    await db.scoreFeedback.create({
      data: { ...verdict, verdict: 'missed', userId: clinic.admin.id, updatedAt: '2026-11-20T09:00:00Z' },
    });
    await db.blindReview.createMany({
      data: [
        { ...asked, week: '2026-11-16T00:00:00Z', answeredById: clinic.otherAdmin.id },
        { ...asked, week: '2026-11-23T00:00:00Z', answeredById: clinic.superadmin.id },
      ],
    });
    await begin('backtest', TAGS.active);
    await takeSteps();

    const complaint = (await reportOf()).flags.find(({ flag }) => flag === 'complaint_risk_flag');
    expect(complaint?.accuracyAfter).toEqual({ n: 0, precision: 0, recall: null });
    await db.blindReview.deleteMany();
  });

  test('leaves out calls whose shown score is of an older content', async () => {
    await db.call.updateMany({ where: { historyId: BREAKING_ID }, data: { revision: 2 } });
    await begin('backtest', TAGS.retired);
    await takeSteps();

    expect(await theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect((await reportOf()).calls).toBe(CALLS - 1);
  });

  test('runs beside a rescore', async () => {
    await begin('rescore', TAGS.active);
    await begin('backtest', TAGS.shadow);
    await takeSteps();
    expect(await db.lmRun.count({ where: { state: 'done' } })).toBe(2);
  });
});

describe('a run that nothing moves any more', () => {
  test('is left alone while its step is on its way', async () => {
    await begin('rescore', TAGS.active);
    await wakeRuns(deps);
    expect(await outboxOf('lm_run.step')).toHaveLength(1);
    expect(await theRun()).toMatchObject({ state: 'running' });
  });

  test('gets its step again when it was lost', async () => {
    await begin('rescore', TAGS.active);
    await takeStep();
    await db.outbox.deleteMany({ where: { queue: 'lm-scoring' } });

    await wakeRuns(deps);
    await takeSteps();
    expect(await theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
  });

  test('is left to other processes where this engine cannot run its version', async () => {
    await begin('rescore', TAGS.shadow);
    const [step] = await outboxOf('lm_run.step');
    await db.lmRun.updateMany({ data: { lmVersionTag: TAGS.unreadable } });

    await expect(process(step)).rejects.toThrow(`cannot run the version ${TAGS.unreadable}`);
    expect(await theRun()).toMatchObject({ state: 'running', doneCalls: 0 });
  });

  test('has failed when its step used up its attempts; its person hears of it once', async () => {
    await begin('rescore', TAGS.active);
    await db.outbox.updateMany({ where: { queue: 'lm-scoring' }, data: { nextSendAt: null } });

    await wakeRuns(deps);
    await wakeRuns(deps);
    expect(await theRun()).toMatchObject({ state: 'failed', finishedAt: new Date(NOW) });
    expect(await outboxOf('lm_run.finished')).toHaveLength(1);
  });
});
