import { pauseEnd } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { pausedDeadline, resumedDeadline } from '../../src/domain/pause.js';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const NOW = at('24T09:00');
const HOUR_MS = 3_600_000;

describe('the deadline of what rests until Friday at noon', () => {
  const FRIDAY = at('27T12:00');
  test.each([
    ['three hours were left: three are left after it', '24T12:00', null, '27T15:00'],
    ['it was late already: an hour', '24T07:00', null, '27T13:00'],
    ['two days were left: two are left after it', '26T09:00', null, '29T12:00'],
    ['it rested before, with five hours after that pause', '26T15:00', '26T10:00', '27T17:00'],
    ['a pause of before is over', '24T12:00', '24T08:00', '27T15:00'],
  ])('%s', (_, due, paused, expected) => {
    const assignment = { dueAt: at(due), pausedUntil: paused === null ? null : at(paused) };
    expect(pausedDeadline(assignment, FRIDAY, NOW)).toEqual(at(expected));
  });
});

test('a pause is over at its moment, by the clock alone', () => {
  const end = new Date(NOW.getTime() + 1);
  expect(pauseEnd({ pausedUntil: end }, NOW)).toEqual(end);
  expect(pauseEnd({ pausedUntil: NOW }, NOW)).toBeNull();
  expect(pauseEnd({ pausedUntil: null }, NOW)).toBeNull();
});

test('a pause that was a slip costs nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (left, rest) => {
      const dueAt = new Date(NOW.getTime() + left * HOUR_MS);
      const pausedUntil = new Date(NOW.getTime() + rest * HOUR_MS);
      const paused = { dueAt: pausedDeadline({ dueAt, pausedUntil: null }, pausedUntil, NOW), pausedUntil };
      expect(resumedDeadline(paused, NOW)).toEqual(dueAt);
    }),
  );
});

test('what is resumed has the time that the pause had left for it: an hour at least, whenever that is', () => {
  const momentNear = fc
    .integer({ min: -72, max: 72 })
    .map((hours) => new Date(NOW.getTime() + hours * HOUR_MS));
  const restHours = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(
      momentNear,
      restHours,
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (dueAt, hours, part) => {
        const pausedUntil = new Date(NOW.getTime() + hours * HOUR_MS);
        const paused = { dueAt: pausedDeadline({ dueAt, pausedUntil: null }, pausedUntil, NOW), pausedUntil };
        const later = new Date(NOW.getTime() + hours * HOUR_MS * part);

        const left = resumedDeadline(paused, later).getTime() - later.getTime();

        expect(left).toBe(paused.dueAt.getTime() - pausedUntil.getTime());
        expect(left).toBeGreaterThanOrEqual(HOUR_MS);
      },
    ),
  );
});
