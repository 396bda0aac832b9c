import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { queueImpact, responseSpeed, talkTimeEfficiency } from '../src/metrics/operational.js';
import { givenCall } from './given.js';

const withTalk = (seconds: number): ReturnType<typeof givenCall> => givenCall([], { talk_duration: seconds });

test.each([
  [0, 0],
  [59, 33],
  [60, 33],
  [90, 50],
  [180, 100],
  [480, 100],
  [840, 70],
  [1200, 40],
  [5000, 40],
])('talk of %i s is %i efficient', (seconds, expected) => {
  expect(talkTimeEfficiency(withTalk(seconds))).toBe(expected);
});

test('one second more never makes efficiency jump', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7200 }), (seconds) => {
      const here = talkTimeEfficiency(withTalk(seconds)) ?? 0;
      const next = talkTimeEfficiency(withTalk(seconds + 1)) ?? 0;
      expect(Math.abs(next - here)).toBeLessThanOrEqual(1);
    }),
  );
});

test.each([
  [0, 0],
  [150, 50],
  [300, 100],
  [900, 100],
])('%i s take %i of the line', (seconds, expected) => {
  expect(queueImpact(withTalk(seconds))).toBe(expected);
});

test.each([
  [0, 5],
  [19, 5],
  [20, 4],
  [40, 3],
  [60, 2],
  [120, 1],
  [2280, 1],
])('a wait of %i s is answered at speed %i', (wait, expected) => {
  expect(responseSpeed(givenCall([], { await_sec: wait }))).toBe(expected);
});
