import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextRestart } from '../../src/start/restart-pause.js';

const LONG_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

const pausesOf = (lives: readonly number[]): number[] => {
  let failures = 0;
  return lives.map((livedMs) => {
    const restart = nextRestart(livedMs, failures);
    failures = restart.failures;
    return restart.pauseMs;
  });
};

test('a service that keeps dying waits longer each time, half a minute at most', () => {
  expect(pausesOf([10, 10, 10, 10, 10, 10, 10])).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
});

test('one that had lived well is back in a second', () => {
  expect(pausesOf([10, 10, 10, LONG_MS, 10])).toEqual([1_000, 2_000, 4_000, 1_000, 2_000]);
});

test('the pause is never none and never endless', () => {
  fc.assert(
    fc.property(fc.nat(10 * LONG_MS), fc.nat(10_000), (livedMs, failures) => {
      const { pauseMs } = nextRestart(livedMs, failures);
      expect(pauseMs).toBeGreaterThan(0);
      expect(pauseMs).toBeLessThanOrEqual(LONGEST_PAUSE_MS);
    }),
  );
});
