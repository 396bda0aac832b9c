import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handlersWith as auditHandlersWith } from '@perezvon/audit';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { LmScoringEnvironment, start as startScoring } from '@perezvon/lm-scoring';
import { startHarness, type Harness } from '@perezvon/messaging/testing';
import { withStore } from '../../src/lm/store.js';
import { runLm } from './run-lm.js';

const RULES = fileURLToPath(new URL('../../../packages/lm/rules', import.meta.url));
const OLD = 'v1.0.0+00000000';
/** More than one page and one step. */
const CALLS = 230;

let db: DbClient;
let url: string;
let directory: string;
let harness: Harness;
let stopScoring: () => Promise<void>;
let active: string;
let firstId: number;
beforeAll(async () => {
  ({ db, url } = await testDatabase());
  await givenClinic(db);
  directory = await mkdtemp(join(tmpdir(), 'runs-'));
  const calls: number[] = [];
  for (let number = 0; number < CALLS; number += 1) {
    const call = await givenCall(db);
    await givenScore(db, call, { complaintRiskFlag: false, complaintRiskScore: 5, evidence: [] });
    calls.push(call.historyId);
  }
  firstId = calls[0] ?? 0;
  harness = await startHarness({ db, backend: { kind: 'postgres', url } });
  harness.relay();
  harness.consume('audit', auditHandlersWith({ home: tmpdir(), log: silentLog }));
  stopScoring = await startScoring(harness.deps, LmScoringEnvironment.parse({}));
  ({ tag: active } = await db.lmRuleset.findFirstOrThrow({ where: { state: 'active' } }));
}, 60_000);
afterAll(async () => {
  await stopScoring();
  await harness.stop();
  await rm(directory, { recursive: true });
});

const lm = (...argv: string[]) => runLm(url, argv);

describe('backtest', () => {
  test('tells what a directory of rules would change, quotes it, and writes nothing', async () => {
    const { code, out } = await lm('backtest', '--ruleset', RULES);

    expect(code).toBe(0);
    expect(out).toContain(`${CALLS} calls, ${CALLS} scored otherwise`);
    expect(out).toContain(`before: ${OLD}`);
    expect(out).toContain(`complaint_risk_flag: ${CALLS} gained`);
    expect(out.match(/«[^»]*обещали перезвонить[^»]*»/g)?.length).toBeGreaterThanOrEqual(10);
    expect(await db.callScore.count({ where: { lmVersionTag: { not: OLD } } })).toBe(0);
  });

  test('takes a stored version, labels and a period, and answers as data', async () => {
    const labels = join(directory, 'labels.jsonl');
    const unknown = { followup_reason: null, loss_reason: null, lost_opportunity: null, cross_sell: null };
    const label = {
      valid_dialogue: true,
      outcome: 'complaint',
      is_target: true,
      complaint_risk: 'high',
      followup_needed: true,
      churn_risk: null,
      ...unknown,
    };
    await writeFile(labels, `${JSON.stringify({ history_id: firstId, labels: label })}\n`);
    const given = `--ruleset ${active} --period 2026-11-24..2026-11-24 --labels ${labels} --json`;
    const { code, out } = await lm('backtest', ...given.split(' '));

    expect(code).toBe(0);
    const { flags } = JSON.parse(out);
    const complaint = flags.find(({ flag }: { flag: string }) => flag === 'complaint_risk_flag');
    expect(complaint).toMatchObject({
      gained: CALLS,
      accuracyBefore: { n: 1, recall: 0 },
      accuracyAfter: { n: 1, precision: 1, recall: 1 },
    });
  });

  test.each([
    [['--ruleset', 'v7.7.7+77777777'], 1, 'no rules are stored under v7.7.7+77777777'],
    [['--ruleset', '/nowhere'], 1, 'cannot read the rules in /nowhere'],
    [['--ruleset', RULES, '--period', '2020-01-01..2020-01-02'], 1, 'no calls in this period'],
    [['--ruleset', RULES, '--period', 'soon'], 2, '--period takes 30d'],
    [[], 2, '--ruleset is missing'],
  ])('%j: exit code %i, says "%s"', async (argv, code, why) => {
    const answer = await lm('backtest', ...argv);
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(why);
  });
});

describe('rescore', () => {
  const isDone = () =>
    until(async () => (await db.lmRun.findFirst({ orderBy: { id: 'desc' } }))?.state === 'done', {
      what: 'the rescore is done',
    });

  test('starts under the active version, and its status tells how it went', async () => {
    expect(await lm('rescore', 'status')).toMatchObject({ code: 0, out: 'There was no rescore yet.\n' });
    const started = await lm('rescore', 'start', '--watch');

    expect(started).toMatchObject({ code: 0, err: '' });
    expect(started.out).toContain(`under ${active}, all calls: done, ${CALLS} of ${CALLS} (100 %)`);
    expect(await db.callScore.count({ where: { lmVersionTag: active, isCurrent: true } })).toBe(CALLS);
    expect(await db.callScore.count({ where: { lmVersionTag: OLD, isCurrent: false } })).toBe(CALLS);
    expect((await lm('rescore', 'status')).out).toContain('done');
  });

  test('is paused, goes on and is cancelled by command; each stands in the log', async () => {
    // Nobody takes steps while the run is open: what people decide does not wait for them.
    const { id } = await db.lmRun.create({
      data: { kind: 'rescore', lmVersionTag: active, totalCalls: CALLS, requestedById: 1 },
    });
    expect((await lm('rescore', 'start')).err).toContain('run.already_running: a rescore is on its way');
    expect(await lm('rescore', 'pause')).toMatchObject({
      code: 0,
      out: `lm_run.pause: done, lm-run-${id}\n`,
    });
    expect((await lm('rescore', 'pause')).err).toContain('run.not_running');
    expect((await lm('rescore', 'status')).out).toContain(`paused, 0 of ${CALLS} (0 %)`);
    expect(await lm('rescore', 'resume')).toMatchObject({ code: 0 });
    await isDone();
    expect(await lm('rescore', 'cancel')).toMatchObject({ code: 1, err: 'no rescore is on its way\n' });

    await db.lmRun.create({
      data: { kind: 'rescore', state: 'paused', lmVersionTag: active, totalCalls: CALLS, requestedById: 1 },
    });
    expect(await lm('rescore', 'cancel')).toMatchObject({ code: 0 });
    const log = await db.adminActionLog.findMany({
      where: { action: { startsWith: 'lm_run.' }, outcome: 'done' },
      orderBy: { seq: 'asc' },
    });
    expect(log.map(({ action }) => action)).toEqual([
      'lm_run.start',
      'lm_run.pause',
      'lm_run.resume',
      'lm_run.cancel',
    ]);
  });

  test('called wrongly, it says how', async () => {
    expect((await lm('rescore', 'soon')).code).toBe(2);
    expect((await lm('rescore', 'start', '--ruleset', 'rules')).err).toContain('is no version tag');
    expect((await lm('rescore', '--help')).out).toContain('rescore start');
  });
});

test('the database itself refuses what a reading command would write', async () => {
  const io = {
    stdin: Readable.from([]),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: { DATABASE_URL: url },
  };
  const write = withStore(io, (store) => store.setting.create({ data: { key: 'x', value: 1 } }), {
    isReadOnly: true,
  });
  await expect(write).rejects.toThrow('read-only');
});
