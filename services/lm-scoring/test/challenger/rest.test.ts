import { describe, expect, test } from '@jest/globals';
import { healthOf, type FinishedRequest } from '../../src/challenger/rest.js';
import { sampledShare } from '../../src/challenger/sample.js';

const AT = new Date('2026-11-24T12:00:00Z');
const finished = (...reasons: (string | null)[]): FinishedRequest[] =>
  reasons.map((reason) => ({ reason, finishedAt: AT, restUntil: null }));
const restMsAfter = (...reasons: (string | null)[]) => {
  const { restUntil } = healthOf(finished(...reasons));
  return restUntil === null ? null : restUntil.getTime() - AT.getTime();
};

describe('a model that fails is left alone, longer each time', () => {
  test.each<[number, number | null]>([
    [2, null],
    [3, 60_000],
    [4, 120_000],
    [6, 480_000],
    [12, 3_600_000],
  ])('%d failures in a row', (count, restMs) => {
    expect(restMsAfter(...Array<string>(count).fill('timeout'))).toBe(restMs);
  });

  test('an answer ends the row; what says nothing of the model does not', () => {
    expect(restMsAfter('timeout', 'timeout', null, 'timeout')).toBeNull();
    expect(restMsAfter('stopped', 'timeout', 'call_changed', 'server_error', 'bad_answer')).toBe(60_000);
    expect(restMsAfter('schema_refused', 'schema_refused', 'schema_refused', 'lost')).toBeNull();
  });

  test('afterwards one request tries', () => {
    expect(healthOf(finished('timeout', 'timeout', 'timeout')).isProbing).toBe(true);
    expect(healthOf(finished(null)).isProbing).toBe(false);
  });

  test('the longest rest that it asked for counts', () => {
    const asked = new Date(AT.getTime() + 90_000);
    const latest = [{ reason: 'rate_limited', finishedAt: AT, restUntil: asked }, ...finished(null)];
    expect(healthOf(latest).restUntil).toEqual(asked);
  });
});

describe('the share of calls that are sent', () => {
  test.each([
    [{ busiestDay: 100, meanTokens: null }, { calls: 200, tokens: 2_000_000 }, 1],
    [{ busiestDay: 0, meanTokens: 5_000 }, { calls: 1, tokens: 50_000 }, 1],
    [{ busiestDay: 2_000, meanTokens: 2_000 }, { calls: 200, tokens: 2_000_000 }, 0.1],
    [{ busiestDay: 1_000, meanTokens: 4_000 }, { calls: 1_000, tokens: 400_000 }, 0.1],
  ])('%j of %j is %d', (traffic, budget, share) => {
    expect(sampledShare(traffic, budget)).toBeCloseTo(share);
  });
});
