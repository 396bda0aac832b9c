import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandom } from '../../src/demo/random.js';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: string): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(draw(seed)).toEqual(draw(seed));
      expect(draw(seed)).not.toEqual(draw(`${seed}x`));
    }),
  );
});

test('whole numbers stay within their bounds and reach both', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 0, max: 3 }),
      (seed, min, span) => {
        const random = createRandom(seed);
        const drawn = new Set(Array.from({ length: 300 }, () => random.int(min, min + span)));
        expect([...drawn].toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: span + 1 }, (_, index) => min + index),
        );
      },
    ),
  );
});

test('what has no weight is never picked, and what has more is picked more often', () => {
  const random = createRandom('weights');
  const weights = { never: 0, seldom: 1, often: 9 };
  const drawn = Array.from(
    { length: 1_000 },
    () => random.weighted(Object.entries(weights), ([, weight]) => weight)[0],
  );
  const count = (name: string): number => drawn.filter((one) => one === name).length;
  expect(count('never')).toBe(0);
  expect(count('often')).toBeGreaterThan(5 * count('seldom'));
  expect(count('seldom')).toBeGreaterThan(0);
});

test('there is nothing to pick from an empty list', () => {
  expect(() => createRandom('x').pick([])).toThrow(RangeError);
  expect(() => createRandom('x').weighted([1, 2], () => 0)).toThrow(RangeError);
});
