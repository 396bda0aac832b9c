import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runProgress, sinceDays } from '../src/domain/run-progress.js';

test('what is left is told from the speed so far, and not before anything is done', () => {
  expect(runProgress({ totalCalls: 1_000, doneCalls: 0, workedMs: 0n })).toEqual({
    percent: 0,
    leftMs: null,
  });
  expect(runProgress({ totalCalls: 1_000, doneCalls: 250, workedMs: 5_000n })).toEqual({
    percent: 25,
    leftMs: 15_000,
  });
});

test('calls that came or went meanwhile never carry it out of 0–100 %, and 100 % is the end only', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(20_000), (totalCalls, doneCalls) => {
      const { percent, leftMs } = runProgress({ totalCalls, doneCalls, workedMs: 1_000n });
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent === 100).toBe(doneCalls >= totalCalls);
      expect(leftMs === null || leftMs >= 0).toBe(true);
    }),
  );
});

test('0 days are all calls', () => {
  const at = new Date('2026-11-25T12:00:00Z');
  expect(sinceDays(at, 0)).toBeNull();
  expect(sinceDays(at, 7)).toEqual(new Date('2026-11-18T12:00:00Z'));
});
