import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeRateLimit } from '../src/telegram/rate-limit.js';

const PERSON = 7_001;

/** A clock that the test moves. */
const givenLimit = (options: { perMinute: number; burst: number }) => {
  let nowMs = Date.parse('2026-11-24T09:00:00Z');
  const limit = makeRateLimit({ ...options, now: () => new Date(nowMs) });
  return { limit, pass: (ms: number) => (nowMs += ms) };
};

test('a burst passes, then as many as the minute allows; the first refusal is told apart from the next', () => {
  const { limit, pass } = givenLimit({ perMinute: 60, burst: 3 });
  const take = (count: number) => Array.from({ length: count }, () => limit.take(PERSON));

  expect(take(5)).toEqual(['pass', 'pass', 'pass', 'too_often', 'too_often_again']);
  pass(1_000);
  expect(take(2)).toEqual(['pass', 'too_often']);
  pass(60_000);
  expect(take(4)).toEqual(['pass', 'pass', 'pass', 'too_often']);
});

test('one person’s flood takes nothing from another', () => {
  const { limit } = givenLimit({ perMinute: 60, burst: 2 });
  for (let tap = 0; tap < 100; tap += 1) limit.take(PERSON);
  expect(limit.take(PERSON + 1)).toBe('pass');
});

test('however somebody taps, no stretch of time lets more through than its share and one burst', () => {
  const perMinute = 120;
  const burst = 5;
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2_000 }), { maxLength: 200 }), (pausesMs) => {
      const { limit, pass } = givenLimit({ perMinute, burst });
      let elapsedMs = 0;
      let passed = 0;
      for (const pauseMs of pausesMs) {
        pass(pauseMs);
        elapsedMs += pauseMs;
        if (limit.take(PERSON) === 'pass') passed += 1;
        expect(passed).toBeLessThanOrEqual(burst + (elapsedMs * perMinute) / 60_000 + 1e-6);
      }
    }),
  );
});

test('people who have been quiet are not remembered for ever, those who flood are', () => {
  const { limit, pass } = givenLimit({ perMinute: 60, burst: 1 });
  limit.take(PERSON);
  for (let id = 1; id <= 2_000; id += 1) limit.take(id);
  expect(limit.take(PERSON)).toBe('too_often');
  pass(60_000);
  expect(limit.take(PERSON)).toBe('pass');
});
