import { TRAINING_PATTERN_NAMES, type TrainingPattern } from '@perezvon/contracts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma, type DbClient } from '../src/index.js';
import { givenCall, givenScore, testDatabase, UNEVENTFUL_SCORE } from '../src/testing/index.js';
import {
  listPatternBases,
  listPatternCalls,
  listPatternCounts,
  measureOperator,
  measureOthers,
  patternCountsQuery,
} from '../src/trainings/index.js';

const WEEK = {
  since: new Date('2026-11-17T21:00:00Z'),
  until: new Date('2026-11-24T21:00:00Z'),
  firstDay: new Date('2026-11-18'),
  lastDay: new Date('2026-11-24'),
};

const NO_OFFER = {
  metric: 'script_risk_index',
  turn: 0,
  t: 1,
  quote: 'можно к вам',
  rule: 'script.no_offer',
  weight: 25,
};

/** What shows each pattern of a score, and what is just not enough for it. */
const SHOWN = {
  no_offer: [{ evidence: [NO_OFFER] }, { evidence: [{ ...NO_OFFER, rule: 'script.other' }] }],
  few_steps: [{ checklistCoverageRatio: 49 }, { checklistCoverageRatio: 50 }],
  broke_script: [{ scriptRiskIndex: 40 }, { scriptRiskIndex: 39 }],
  lost: [{ lostOpportunityScore: 60 }, { lostOpportunityScore: 59 }],
  low_quality: [{ normalizedCallScore: 59 }, { normalizedCallScore: 60 }],
} satisfies Record<
  Exclude<TrainingPattern, 'broken_promise'>,
  readonly [Partial<Prisma.CallScoreUncheckedCreateInput>, Partial<Prisma.CallScoreUncheckedCreateInput>]
>;

let db: DbClient;

const scored = async (
  callDate: string,
  operator: string,
  score: Partial<Prisma.CallScoreUncheckedCreateInput>,
): Promise<number> => {
  const call = await givenCall(db, { callDate, operator });
  await givenScore(db, call, { ...UNEVENTFUL_SCORE, ...score });
  return call.historyId;
};

const promised = async (
  callDate: string,
  operator: string,
  state: 'open' | 'kept' | 'broken' | 'unverifiable',
) => {
  const { historyId } = await givenCall(db, { callDate, operator });
  await db.callPromise.create({
    data: { historyId, operator, callDate, dueAt: callDate, isTimeSaid: true, state },
  });
  return historyId;
};

beforeAll(async () => {
  ({ db } = await testDatabase());
});

test('each pattern counts the calls of the week that show it, and no others', async () => {
  for (const pairs of Object.values(SHOWN))
    for (const [index, score] of pairs.entries()) {
      await scored('2026-11-20T09:00:00Z', index === 0 ? 'shows' : 'not-enough', score);
      await scored('2026-11-17T20:59:59Z', 'shows', score);
      await scored('2026-11-24T21:00:00Z', 'shows', score);
    }
  await scored('2026-11-20T09:00:00Z', 'shows', { ...SHOWN.lost[0], isCurrent: false });
  await promised('2026-11-20T09:00:00Z', 'shows', 'broken');
  for (const state of ['open', 'kept', 'unverifiable'] as const)
    await promised('2026-11-20T09:00:00Z', 'not-enough', state);

  const counts = await listPatternCounts(db, WEEK);
  expect(counts.toSorted((a, b) => a.pattern.localeCompare(b.pattern))).toEqual(
    TRAINING_PATTERN_NAMES.toSorted((a, b) => a.localeCompare(b)).map((pattern) => ({
      pattern,
      operator: 'shows',
      calls: 1,
    })),
  );
});

test("a pattern's calls are the operator's, the latest first", async () => {
  const days = ['2026-11-19T09:00:00Z', '2026-11-21T09:00:00Z', '2026-11-20T09:00:00Z'];
  const [oldest, latest, middle] = await Promise.all(
    days.map((at) => scored(at, 'op-7', { scriptRiskIndex: 70 })),
  );
  await scored('2026-11-22T09:00:00Z', 'op-8', { scriptRiskIndex: 70 });
  const calls = await listPatternCalls(db, { ...WEEK, operator: 'op-7', pattern: 'broke_script', limit: 10 });
  expect(calls.map(({ historyId }) => historyId)).toEqual([latest, middle, oldest]);
  const shorter = await listPatternCalls(db, {
    ...WEEK,
    operator: 'op-7',
    pattern: 'broke_script',
    limit: 2,
  });
  expect(shorter).toEqual(calls.slice(0, 2));
});

/** Of a handful of calls PostgreSQL reads whatever index comes first; the calls that nobody answered are in no pattern. */
const givenManyUnanswered = async (): Promise<void> => {
  const call = await givenCall(db, { callDate: '2026-11-20T09:00:00Z', operator: null });
  await givenScore(db, call, UNEVENTFUL_SCORE);
  for (const table of [Prisma.raw('calls'), Prisma.raw('call_scores')])
    await db.$executeRaw`
      INSERT INTO ${table}
      SELECT (jsonb_populate_record(one, jsonb_build_object('history_id', one.history_id + 1000 + n))).*
      FROM ${table} AS one, generate_series(1, 3000) AS n WHERE one.history_id = ${call.historyId}`;
  await db.$executeRaw`VACUUM ANALYZE calls, call_scores`;
};

test('each pattern is counted by its own index, whatever else there is', async () => {
  await givenManyUnanswered();
  const plan = await db.$queryRaw<
    { 'QUERY PLAN': string }[]
  >`EXPLAIN (COSTS OFF) ${patternCountsQuery(WEEK)}`;
  const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
  for (const index of ['no_offer', 'few_steps', 'broke_script', 'low_quality', 'lost_(list|worst)'])
    expect(lines).toMatch(new RegExp(`Index (Only )?Scan .*call_scores_${index}\\b`));
});

describe('what a training is measured by', () => {
  const asked = { operator: 'op-m', since: WEEK.since, until: WEEK.until };

  test("is the mean of the operator's calls with its spread, without those that were chosen", async () => {
    const chosen = await scored('2026-11-20T09:00:00Z', 'op-m', { checklistCoverageRatio: 0 });
    for (const checklistCoverageRatio of [40, 60, 80])
      await scored('2026-11-21T09:00:00Z', 'op-m', { checklistCoverageRatio });
    await scored('2026-11-21T09:00:00Z', 'op-m', {
      checklistCoverageRatio: null,
      gates: { checklist_coverage_ratio: 'not_a_dialogue' },
    });
    await scored('2026-11-25T09:00:00Z', 'op-m', { checklistCoverageRatio: 100 });
    const metric = 'checklist_coverage_ratio';
    expect(await measureOperator(db, { ...asked, metric, without: [chosen] })).toEqual({
      calls: 3,
      mean: 60,
      variance: 400,
      versions: ['v1.0.0+00000000'],
    });
    expect((await measureOperator(db, { ...asked, metric, without: [] })).calls).toBe(4);
    const nobody = await measureOperator(db, { ...asked, operator: 'op-none', metric, without: [] });
    expect(nobody).toEqual({ calls: 0, mean: null, variance: null, versions: [] });
  });

  test('a flag and a promise are the share of the calls', async () => {
    await scored('2026-11-21T10:00:00Z', 'op-f', { complaintRiskFlag: true });
    await scored('2026-11-21T10:00:00Z', 'op-f', {});
    const flags = await measureOperator(db, {
      ...asked,
      operator: 'op-f',
      metric: 'complaint_risk_flag',
      without: [],
    });
    expect(flags).toMatchObject({ calls: 2, mean: 0.5, variance: 0.5 });
    for (const state of ['kept', 'kept', 'kept', 'broken', 'open', 'unverifiable'] as const)
      await promised('2026-11-21T10:00:00Z', 'op-p', state);
    const promises = await measureOperator(db, {
      ...asked,
      operator: 'op-p',
      metric: 'promise_kept',
      without: [],
    });
    expect(promises).toMatchObject({ calls: 4, mean: 0.75, versions: [] });
    const rest = await measureOthers(db, { ...WEEK, operator: 'shows', metric: 'promise_kept' });
    expect(rest).toMatchObject({ calls: 5, operators: 2 });
  });

  test('the others are those of the same days, without him and without what nobody answered', async () => {
    const day = new Date('2026-11-20');
    const rollup = (operator: string, calls: number, total: number, on = day) => ({
      metric: 'checklist_coverage_ratio',
      day: on,
      operator,
      calls,
      total,
      red: 0,
    });
    await db.metricRollup.createMany({
      data: [
        rollup('op-m', 10, 100),
        rollup('', 99, 0),
        rollup('op-a', 10, 500),
        rollup('op-b', 30, 2_100),
        rollup('op-c', 0, 0),
        rollup('op-a', 50, 0, new Date('2026-11-25')),
      ],
    });
    const metric = 'checklist_coverage_ratio';
    expect(await measureOthers(db, { ...WEEK, operator: 'op-m', metric })).toEqual({
      calls: 40,
      mean: 65,
      operators: 2,
    });
    expect(await measureOthers(db, { ...WEEK, operator: 'op-m', metric: 'conversion_score' })).toEqual({
      calls: 0,
      mean: null,
      operators: 0,
    });
    expect(await listPatternBases(db, WEEK)).toEqual(
      expect.arrayContaining([
        { metric, operator: 'op-b', calls: 30 },
        { metric: 'promise_kept', operator: 'op-p', calls: 4 },
      ]),
    );
  });
});
