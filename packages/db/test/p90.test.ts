import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { p90Of } from '../src/figures/index.js';

const histogramOf = (values: readonly number[]) =>
  [...new Set(values)]
    .toSorted((a, b) => a - b)
    .map((value) => ({ value, calls: values.filter((other) => other === value).length }));

test('p90 is a value of some call that nine in ten do not exceed, and the smallest such', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 130 }), (values) => {
      const p90 = p90Of('conversion_score', histogramOf(values)) ?? -1;
      const shareUpTo = (value: number) => values.filter((other) => other <= value).length * 10;

      expect(values).toContain(p90);
      expect(shareUpTo(p90)).toBeGreaterThanOrEqual(values.length * 9);
      expect(shareUpTo(p90 - 1)).toBeLessThan(values.length * 9);
    }),
  );
});

test('of ten different calls it is the ninth; without calls nobody knows it', () => {
  const ten = histogramOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(p90Of('conversion_score', ten)).toBe(9);
  expect(p90Of('complaint_prob', ten)).toBe(0.09);
  expect(p90Of('conversion_score', [])).toBeNull();
  const many = Array.from({ length: 110 }, (_, index) => index);
  expect(p90Of('conversion_score', histogramOf(many))).toBe(98);
});
