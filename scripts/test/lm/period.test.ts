import { expect, test } from '@jest/globals';
import { readPeriod } from '../../src/lm/period.js';

const at = { now: new Date('2026-11-25T12:00:00Z'), timezone: 'Europe/Moscow' };

test('days are the clinic’s, both included', () => {
  expect(readPeriod('2026-10-01..2026-10-31', at)).toEqual({
    since: new Date('2026-09-30T21:00:00Z'),
    until: new Date('2026-10-31T21:00:00Z'),
  });
});

test('30d are the last 30 times 24 hours; nothing is all', () => {
  expect(readPeriod('30d', at)).toEqual({ since: new Date('2026-10-26T12:00:00Z'), until: null });
  expect(readPeriod(undefined, at)).toEqual({ since: null, until: null });
});

test.each([
  ['last month', '30d or'],
  ['2026-10-31..2026-10-01', 'ends before it begins'],
  ['2026-02-30..2026-03-01', 'no day 2026-02-30'],
])('%s is refused', (text, why) => {
  expect(() => readPeriod(text, at)).toThrow(why);
});
