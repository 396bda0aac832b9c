import type { TrainingMetric } from '@perezvon/contracts';
import type { OperatorSample, OthersSample } from '@perezvon/db/trainings';
import { describe, expect, test } from '@jest/globals';
import { judgeTraining, studentQuantile, type TrainingSamples } from '../src/domain/training-effect.js';
import { daysAfterTraining, daysBeforeTraining } from '../src/domain/training-windows.js';

const ZONE = 'Europe/Moscow';
const NOBODY: OthersSample = { calls: 0, mean: null, operators: 0 };

const own = (calls: number, mean: number, spread = 20, versions = ['v1.1.0+00000000']): OperatorSample => ({
  calls,
  mean,
  variance: spread ** 2,
  versions,
});
const others = (mean: number, operators = 4): OthersSample => ({ calls: 900, mean, operators });

const samples = (changes: Partial<TrainingSamples> = {}): TrainingSamples => ({
  metric: 'checklist_coverage_ratio',
  before: own(61, 54),
  after: own(40, 66),
  othersBefore: NOBODY,
  othersAfter: NOBODY,
  ...changes,
});

describe('what is said of a training', () => {
  test('with fewer than thirty calls on either side nothing is concluded, however great the difference', () => {
    expect(judgeTraining(samples({ after: own(29, 99) }))).toEqual({ kind: 'few' });
    expect(judgeTraining(samples({ before: own(29, 1) }))).toEqual({ kind: 'few' });
    expect(judgeTraining(samples({ after: own(30, 99) })).kind).toBe('better');
  });

  test('a difference is told with its interval, and as no conclusion where it may be chance', () => {
    // Welch: 12 ± 1.988 · 20 · √(1/61 + 1/40)
    expect(judgeTraining(samples())).toEqual({
      kind: 'better',
      change: { by: 12, low: 4, high: 20 },
      isBeyondOthers: false,
    });
    expect(judgeTraining(samples({ after: own(40, 60) }))).toEqual({
      kind: 'unclear',
      change: { by: 6, low: -2, high: 14 },
      isBeyondOthers: false,
    });
  });

  test.each<[TrainingMetric, 'better' | 'worse']>([
    ['checklist_coverage_ratio', 'better'],
    ['conversion_score', 'better'],
    ['script_risk_index', 'worse'],
    ['lost_opportunity_score', 'worse'],
  ])('twelve points more of %s are %s', (metric, kind) => {
    expect(judgeTraining(samples({ metric })).kind).toBe(kind);
  });

  test('what changed for everybody is not the training: only what goes beyond it counts', () => {
    const alike = samples({ othersBefore: others(50), othersAfter: others(61) });
    expect(judgeTraining(alike)).toMatchObject({ kind: 'unclear', change: { by: 1 }, isBeyondOthers: true });
    const against = samples({ othersBefore: others(60), othersAfter: others(55) });
    expect(judgeTraining(against)).toMatchObject({
      kind: 'better',
      change: { by: 17 },
      isBeyondOthers: true,
    });
  });

  test('a single colleague is nobody to compare with: his number would be told', () => {
    const pair = samples({ othersBefore: others(50, 1), othersAfter: others(61, 1) });
    expect(judgeTraining(pair)).toMatchObject({ kind: 'better', isBeyondOthers: false });
  });

  test('two measures are not compared, unless the others were measured by both, too', () => {
    const after = own(40, 66, 20, ['v1.2.0+11111111']);
    expect(judgeTraining(samples({ after }))).toEqual({ kind: 'measure_changed' });
    const compared = samples({ after, othersBefore: others(50), othersAfter: others(50) });
    expect(judgeTraining(compared).kind).toBe('better');
  });

  test('shares are told in per cent; none of fifty is not certainly none', () => {
    const share = (calls: number, raised: number): OperatorSample => {
      const mean = raised / calls;
      return { ...own(calls, mean), variance: (mean * (1 - mean) * calls) / (calls - 1) };
    };
    const told = (before: OperatorSample, after: OperatorSample) =>
      judgeTraining(samples({ metric: 'complaint_risk_flag', before, after }));
    expect(told(share(50, 5), share(50, 0))).toMatchObject({ kind: 'unclear', change: { by: -10 } });
    expect(told(share(200, 50), share(200, 16))).toMatchObject({ kind: 'better', change: { by: -17 } });
    expect(
      judgeTraining(samples({ metric: 'promise_kept', before: share(40, 20), after: share(40, 36) })),
    ).toMatchObject({ kind: 'better', change: { by: 40 } });
  });

  test.each([
    [29, 2.045],
    [60, 2.0],
    [1_000, 1.962],
  ])("Student's quantile at %d degrees of freedom is that of the tables", (freedom, expected) => {
    expect(studentQuantile(freedom)).toBeCloseTo(expected, 3);
  });
});

test('the week of a training is in neither window, nor is the day it was done', () => {
  const givenAt = new Date('2026-11-24T09:00:00Z');
  expect(daysBeforeTraining(givenAt, ZONE)).toMatchObject({
    since: new Date('2026-10-18T21:00:00Z'),
    until: new Date('2026-11-17T21:00:00Z'),
  });
  expect(daysAfterTraining(new Date('2026-11-27T15:00:00Z'), ZONE)).toMatchObject({
    since: new Date('2026-11-27T21:00:00Z'),
    until: new Date('2026-12-27T21:00:00Z'),
  });
});

/** A small generator of its own (mulberry32): the same calls in every run. */
const randomBy = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const sampleOf = (calls: readonly number[]): OperatorSample => {
  const mean = calls.reduce((sum, value) => sum + value, 0) / calls.length;
  const variance = calls.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (calls.length - 1);
  return { calls: calls.length, mean, variance, versions: ['v1.1.0+00000000'] };
};

/** Nobody has learned anything: how often is it said that something has changed? */
const falseVerdicts = (beforeOf: (days: number[][], given: number) => number[]) => {
  const DAYS = 120;
  const CALLS_A_DAY = 6;
  const ROUNDS = 600;
  const random = randomBy(20_261_124);
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const days = Array.from({ length: DAYS }, () =>
      Array.from({ length: CALLS_A_DAY }, () => Math.round(random() * 100)),
    );
    // The training is given when a week looked worst, as people do.
    const meanOfWeek = (end: number): number => sampleOf(days.slice(end - 7, end).flat()).mean ?? 0;
    const ends = Array.from({ length: 40 }, (_, index) => 40 + index);
    const given = ends.toSorted((a, b) => meanOfWeek(a) - meanOfWeek(b))[0] ?? 40;
    const after = sampleOf(days.slice(given, given + 30).flat());
    const verdict = judgeTraining(samples({ before: sampleOf(beforeOf(days, given)), after }));
    wrong += verdict.kind === 'better' || verdict.kind === 'worse' ? 1 : 0;
  }
  return wrong / ROUNDS;
};

test('where nothing was learned, it is said so in nineteen cases of twenty, though trainings follow bad weeks', () => {
  const ours = falseVerdicts((days, given) => days.slice(given - 37, given - 7).flat());
  expect(ours).toBeLessThan(0.06);
  // Measured against the bad week itself, three in ten such trainings would be praised.
  const naive = falseVerdicts((days, given) => days.slice(given - 7, given).flat());
  expect(naive).toBeGreaterThan(0.25);
});
