import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lmRunCancel, lmRunPause, lmRunResume, lmRunStart } from '@perezvon/contracts';
import { ComparisonState, createComparison } from '@perezvon/lm';
import { wakeRuns } from '../src/runs/wake-runs.js';
import { BREAKING_ID, TAGS } from './given-runs.js';
import { CALLS, NOW, openRunBench, STEP_CALLS, type RunBench } from './run-bench.js';
import { COMPLAINT } from './talks.js';

let bench: RunBench;
beforeAll(async () => {
  bench = await openRunBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

describe('what people decide about a run', () => {
  const runId = async () => (await bench.theRun()).id;
  const decide = async (intent: typeof lmRunPause | typeof lmRunResume | typeof lmRunCancel) =>
    bench.process(intent.of({ runId: await runId() }, bench.context()));

  test('a paused run keeps its place and goes on there', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.takeStep();
    expect(await decide(lmRunPause)).toBe('done');
    await bench.takeSteps();
    expect(await bench.theRun()).toMatchObject({ state: 'paused', doneCalls: STEP_CALLS });

    expect(await decide(lmRunResume)).toBe('done');
    await bench.takeSteps();
    expect(await bench.theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect(await bench.scores(TAGS.active, true)).toBe(CALLS);
  });

  test('paused and resumed before the step came, it still passes every call once', async () => {
    await bench.begin('rescore', TAGS.active);
    await decide(lmRunPause);
    await decide(lmRunResume);
    await bench.takeSteps();

    expect(await bench.theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect(await bench.outboxOf('scores.stored')).toHaveLength(Math.ceil(CALLS / STEP_CALLS));
    expect(await bench.outboxOf('lm_run.finished')).toHaveLength(1);
  });

  test('a cancelled run stops for good, and what it stored stays', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.takeStep();
    expect(await decide(lmRunCancel)).toBe('done');
    await bench.takeSteps();

    expect(await bench.theRun()).toMatchObject({ state: 'cancelled', doneCalls: STEP_CALLS });
    expect(await bench.scores(TAGS.active, true)).toBe(STEP_CALLS);
    await decide(lmRunResume);
    await decide(lmRunPause);
    await decide(lmRunCancel);
    expect(await bench.refusals()).toEqual(['run.not_paused', 'run.not_running', 'run.not_open']);
  });

  test.each([
    ['rescore', 'v7.7.7+77777777', 'ruleset.not_found'],
    ['rescore', TAGS.languageModel, 'ruleset.challenger_only'],
    ['rescore', TAGS.unreadable, 'ruleset.cannot_run'],
    ['rescore', TAGS.retired, 'run.version_retired'],
    ['backtest', TAGS.languageModel, 'ruleset.challenger_only'],
  ] as const)('a %s under %s is refused: %s', async (kind, tag, reason) => {
    expect(await bench.begin(kind, tag)).toBe('refused');
    expect(await bench.refusals()).toEqual([reason]);
    expect(await bench.db.lmRun.count()).toBe(0);
  });

  test('a second run of its kind, an empty period and a run that never was are refused', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.begin('rescore', TAGS.shadow);
    await bench.begin('backtest', TAGS.retired);
    await bench.begin('backtest', TAGS.retired);
    await bench.process(lmRunPause.of({ runId: 2_000_000 }, bench.context()));
    await bench.db.lmRun.deleteMany();
    await bench.begin('rescore', TAGS.active, { until: '2020-01-01T00:00:00Z' });

    expect(await bench.refusals()).toEqual([
      'run.already_running',
      'run.already_running',
      'run.not_found',
      'run.empty_period',
    ]);
  });

  test('an admin may not', async () => {
    const intent = lmRunStart.of(
      { kind: 'rescore', tag: TAGS.active, since: null, until: null },
      { ...bench.context(), actorId: bench.clinic.superadmin.id },
    );
    expect(await bench.process(intent)).toBe('refused');
    expect(await bench.refusals()).toEqual(['permission.missing']);
  });
});

describe('a backtest', () => {
  const reportOf = async () =>
    createComparison(ComparisonState.parse((await bench.theRun()).report)).result();

  test('tells gains and losses with the places of their quotes, and stores no score and no word', async () => {
    await bench.db.scoreFeedback.create({
      data: {
        historyId: BREAKING_ID,
        lmVersionTag: TAGS.old,
        metric: 'complaint_risk_flag',
        verdict: 'missed',
        rules: [],
        userId: bench.clinic.admin.id,
      },
    });
    await bench.begin('backtest', TAGS.active);
    await bench.takeSteps();

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
    expect(JSON.stringify((await bench.theRun()).report)).not.toMatch(/[а-я]/i);
    expect(await bench.db.callScore.count({ where: { lmVersionTag: { not: TAGS.old } } })).toBe(0);
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
    await bench.db.scoreFeedback.create({
      data: {
        ...verdict,
        verdict: 'missed',
        userId: bench.clinic.admin.id,
        updatedAt: '2026-11-20T09:00:00Z',
      },
    });
    await bench.db.blindReview.createMany({
      data: [
        { ...asked, week: '2026-11-16T00:00:00Z', answeredById: bench.clinic.otherAdmin.id },
        { ...asked, week: '2026-11-23T00:00:00Z', answeredById: bench.clinic.superadmin.id },
      ],
    });
    await bench.begin('backtest', TAGS.active);
    await bench.takeSteps();

    const complaint = (await reportOf()).flags.find(({ flag }) => flag === 'complaint_risk_flag');
    expect(complaint?.accuracyAfter).toEqual({ n: 0, precision: 0, recall: null });
    await bench.db.blindReview.deleteMany();
  });

  test('leaves out calls whose shown score is of an older content', async () => {
    await bench.db.call.updateMany({ where: { historyId: BREAKING_ID }, data: { revision: 2 } });
    await bench.begin('backtest', TAGS.retired);
    await bench.takeSteps();

    expect(await bench.theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
    expect((await reportOf()).calls).toBe(CALLS - 1);
  });

  test('runs beside a rescore', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.begin('backtest', TAGS.shadow);
    await bench.takeSteps();
    expect(await bench.db.lmRun.count({ where: { state: 'done' } })).toBe(2);
  });
});

describe('a run that nothing moves any more', () => {
  test('is left alone while its step is on its way', async () => {
    await bench.begin('rescore', TAGS.active);
    await wakeRuns(bench.deps);
    expect(await bench.outboxOf('lm_run.step')).toHaveLength(1);
    expect(await bench.theRun()).toMatchObject({ state: 'running' });
  });

  test('gets its step again when it was lost', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.takeStep();
    await bench.db.outbox.deleteMany({ where: { queue: 'lm-scoring' } });

    await wakeRuns(bench.deps);
    await bench.takeSteps();
    expect(await bench.theRun()).toMatchObject({ state: 'done', doneCalls: CALLS });
  });

  test('is left to other processes where this engine cannot run its version', async () => {
    await bench.begin('rescore', TAGS.shadow);
    const [step] = await bench.outboxOf('lm_run.step');
    await bench.db.lmRun.updateMany({ data: { lmVersionTag: TAGS.unreadable } });

    await expect(bench.process(step)).rejects.toThrow(`cannot run the version ${TAGS.unreadable}`);
    expect(await bench.theRun()).toMatchObject({ state: 'running', doneCalls: 0 });
  });

  test('has failed when its step used up its attempts; its person hears of it once', async () => {
    await bench.begin('rescore', TAGS.active);
    await bench.db.outbox.updateMany({ where: { queue: 'lm-scoring' }, data: { nextSendAt: null } });

    await wakeRuns(bench.deps);
    await wakeRuns(bench.deps);
    expect(await bench.theRun()).toMatchObject({ state: 'failed', finishedAt: new Date(NOW) });
    expect(await bench.outboxOf('lm_run.finished')).toHaveLength(1);
  });
});
