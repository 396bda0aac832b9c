import { METRICS } from '@perezvon/contracts';
import { type DbClient, withTransaction } from '@perezvon/db';
import {
  listHistograms,
  listLosses,
  listMetricFigures,
  listSources,
  p90Of,
  ROLLED_UP_METRICS,
  type RolledUpMetric,
} from '@perezvon/db/figures';
import { silentLog, testDatabase } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { markDirtyDays } from '../src/store/dirty-days.js';
import { reconcileRollups } from '../src/tasks/reconcile-rollups.js';
import { recomputeDirtyDays } from '../src/tasks/recompute-dirty-days.js';
import { madeScore, storeScores, type MadeScore } from './given-scores.js';

const MOSCOW = 'Europe/Moscow';
const WINDOW = { firstDay: new Date('2026-11-20'), lastDay: new Date('2026-11-30') };

let db: DbClient;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const rollUp = async (scores: readonly MadeScore[]): Promise<void> => {
  await db.call.deleteMany();
  // What an earlier run left is not there any more: those days have to empty themselves.
  await reconcileRollups({ db, log: silentLog }, MOSCOW);
  await storeScores(db, scores);
  await withTransaction(db, (tx) =>
    markDirtyDays(
      tx,
      scores.map(({ callDate }) => callDate.toISOString()),
      MOSCOW,
    ),
  );
  await recomputeDirtyDays(db, MOSCOW);
};

type NumberField = {
  [F in keyof MadeScore]: MadeScore[F] extends number | null ? F : never;
}[keyof MadeScore];

/** The number that a metric has in a score. */
const NUMBERS: Readonly<Record<RolledUpMetric, (score: MadeScore) => number | null>> = (() => {
  const field = (name: NumberField) => (score: MadeScore) => score[name];
  const flag = (value: boolean | null) => (value === null ? null : Number(value));
  return {
    response_speed_score: field('responseSpeedScore'),
    talk_time_efficiency: field('talkTimeEfficiency'),
    queue_impact_index: field('queueImpactIndex'),
    conversion_score: field('conversionScore'),
    lost_opportunity_score: field('lostOpportunityScore'),
    cross_sell_potential: field('crossSellPotential'),
    checklist_coverage_ratio: field('checklistCoverageRatio'),
    normalized_call_score: field('normalizedCallScore'),
    script_risk_index: field('scriptRiskIndex'),
    complaint_risk_flag: ({ complaintRiskFlag }) => flag(complaintRiskFlag),
    followup_needed_flag: ({ followupNeededFlag }) => flag(followupNeededFlag),
    conversion_prob_forecast: field('conversionProbForecast'),
    second_call_prob: field('secondCallProb'),
    complaint_prob: field('complaintProb'),
    complaint_risk_score: field('complaintRiskScore'),
    churn_risk_score: field('churnRiskScore'),
  };
})();

const isRed = (metric: RolledUpMetric, value: number): boolean => {
  const definition = METRICS[metric];
  if (definition.kind === 'flag') return value === 1;
  if ('red' in definition) return value >= definition.red;
  return 'redUnder' in definition && value < definition.redUnder;
};

const valuesOf = (metric: RolledUpMetric, scores: readonly MadeScore[]): number[] =>
  scores.flatMap((score) => NUMBERS[metric](score) ?? []).toSorted((a, b) => a - b);

/** p90 as it is defined: the value in the place that nine tenths of the calls reach. */
const p90 = (values: readonly number[]): number | null =>
  values[Math.ceil((9 * values.length) / 10) - 1] ?? null;

const expectMetrics = async (shown: readonly MadeScore[]): Promise<void> => {
  const metrics = ROLLED_UP_METRICS;
  const figures = await listMetricFigures(db, WINDOW, metrics);
  const histograms = await listHistograms(db, WINDOW, metrics);
  expect(figures.map(({ metric }) => metric)).toEqual(metrics);
  for (const { metric, calls, mean, red } of figures) {
    const values = valuesOf(metric, shown);
    const sum = values.reduce((total, value) => total + value, 0);
    expect([metric, calls]).toEqual([metric, values.length]);
    expect([metric, red]).toEqual([metric, values.filter((value) => isRed(metric, value)).length]);
    expect(mean ?? -1).toBeCloseTo(values.length === 0 ? -1 : sum / values.length, 9);

    const [plain, counted] = [p90(values), p90Of(metric, histograms.get(metric) ?? [])];
    const { kind } = METRICS[metric];
    if (kind === 'flag') expect(counted).toBeNull();
    else if (plain === null || kind === 'score') expect(counted).toBe(plain);
    // A probability is told to the hundredth.
    else expect(Math.abs((counted ?? -1) - plain)).toBeLessThanOrEqual(0.005 + Number.EPSILON);
  }
};

const countBy = (keys: readonly (string | null)[]): Map<string | null, number> => {
  const counts = new Map<string | null, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

test('metrics, losses and sources of any calls are what counting them one by one gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(madeScore, { maxLength: 14 }), async (scores) => {
      await rollUp(scores);
      const shown = scores.filter(({ isCurrent }) => isCurrent);

      await expectMetrics(shown);
      const losses = shown.flatMap(({ lossReason }) => lossReason ?? []);
      expect(new Map((await listLosses(db, WINDOW)).map(({ reason, calls }) => [reason, calls]))).toEqual(
        countBy(losses),
      );
      const sources = await listSources(db, WINDOW);
      expect(new Map(sources.map(({ source, calls }) => [source, calls]))).toEqual(
        countBy(shown.map(({ source }) => source)),
      );
      for (const { source, targetCalls, records } of sources) {
        const mine = shown.filter((score) => score.source === source);
        expect(targetCalls).toBe(mine.filter(({ isTarget }) => isTarget === true).length);
        expect(records).toBe(mine.filter(({ outcome }) => outcome === 'record').length);
      }
    }),
    { numRuns: 20 },
  );
});

test('the parts of a window add up to it: days, values', async () => {
  const scores = fc.sample(madeScore, { seed: 11, numRuns: 60 });
  await rollUp(scores);
  const metrics: RolledUpMetric[] = ['normalized_call_score', 'complaint_prob'];
  const [quality] = await listMetricFigures(db, WINDOW, metrics);
  const halves = [
    { ...WINDOW, lastDay: new Date('2026-11-24') },
    { ...WINDOW, firstDay: new Date('2026-11-25') },
  ];
  const sumOf = (rows: readonly { calls: number }[]) => rows.reduce((sum, { calls }) => sum + calls, 0);

  const figures = await Promise.all(halves.map((half) => listMetricFigures(db, half, metrics)));
  expect(sumOf(figures.flatMap(([one]) => one ?? []))).toBe(quality?.calls);
  expect(sumOf((await listHistograms(db, WINDOW, metrics)).get('normalized_call_score') ?? [])).toBe(
    quality?.calls,
  );
  const sources = await Promise.all(halves.map((half) => listSources(db, half)));
  expect(sumOf(sources.flat())).toBe(sumOf(await listSources(db, WINDOW)));
});

test('the slow reconciliation finds each table that was spoilt, and a recount mends it', async () => {
  const scores = fc.sample(madeScore, { seed: 3, numRuns: 30 });
  await rollUp(scores);
  const reconcile = () => reconcileRollups({ db, log: silentLog }, MOSCOW);
  expect(await reconcile()).toBe(0);

  const spoils = [
    () => db.metricRollup.updateMany({ where: { metric: 'complaint_risk_score' }, data: { red: 99 } }),
    () => db.metricHistogram.deleteMany({ where: { metric: 'complaint_risk_score' } }),
    () => db.lossRollup.deleteMany(),
    () => db.sourceRollup.updateMany({ where: { source: 'site' }, data: { records: 99 } }),
  ];
  for (const spoil of spoils) {
    await spoil();
    expect(await reconcile()).toBeGreaterThan(0);
    await recomputeDirtyDays(db, MOSCOW);
    expect(await reconcile()).toBe(0);
  }
});
