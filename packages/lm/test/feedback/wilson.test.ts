import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wilsonInterval } from '../../src/feedback/index.js';

describe('Wilson’s interval', () => {
  // Newcombe, Statist. Med. 17 (1998) 857–872, table I, method 3 (score, without continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d lies between %f and %f', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  const counts = fc
    .integer({ min: 1, max: 5_000 })
    .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

  test('it holds the share, stays in 0–1, mirrors with its complement and narrows with more', () => {
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        const { low, high } = wilsonInterval(successes, n) ?? { low: 1, high: 0 };
        const mirrored = wilsonInterval(n - successes, n) ?? { low: 1, high: 0 };
        const more = wilsonInterval(4 * successes, 4 * n) ?? { low: 0, high: 1 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test('of nothing there is none', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
