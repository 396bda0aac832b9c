import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportBot } from '../src/bot/report-bot.js';
import { quantile } from '../src/quantile.js';

describe('a quantile', () => {
  test('is the value that so many of the values do not exceed', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(quantile([10, 20], 0.95)).toBe(20);
    expect(quantile([7], 0.5)).toBe(7);
  });

  test('is one of the values, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const value = quantile(values, share);
          expect(values).toContain(value);
          const covered = values.filter((other) => other <= value).length / values.length;
          expect(covered).toBeGreaterThanOrEqual(share);
          expect(quantile(values.toReversed(), share)).toBe(value);
        },
      ),
    );
  });
});

test('the report compares the most calls with the fewest, and leaves typed words out of answered taps', () => {
  const at = (calls: number, factor: number) => ({
    calls,
    steps: [
      { name: 'menu', answered: null, drawn: 1_000 * factor },
      { name: 'list', answered: 10 * factor, drawn: 40 * factor },
    ],
  });
  const lines = reportBot([at(1_000, 1), at(100_000, 2), at(1_000_000, 3)]);
  const cellsOf = (label: string): string[] =>
    lines
      .find((line) => line.startsWith(label))
      ?.slice(label.length)
      .trim()
      .split(/ {2,}/u) ?? [];

  expect(cellsOf('Tap answered, p95 ')).toEqual(['10', '20', '30']);
  expect(cellsOf('Screen drawn, p95 ')).toEqual(['1 000', '2 000', '3 000']);
  expect(cellsOf('Screen drawn, p95: most calls to fewest')).toEqual(['–', '–', '3.00']);
  expect(cellsOf('  list, drawn, median')).toEqual(['40', '80', '120']);
});
