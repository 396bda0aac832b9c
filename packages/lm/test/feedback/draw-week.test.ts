import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawWeek } from '../../src/feedback/index.js';

describe('the questions of a week', () => {
  const weeks = fc.record({
    seed: fc.constantFrom('2026-11-16', '2026-11-23'),
    size: fc.integer({ min: 0, max: 30 }),
    calls: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 60 }),
    judged: fc.uniqueArray(
      fc.record({
        historyId: fc.integer({ min: 1, max: 300 }),
        metric: fc.constantFrom<JudgedMetric>(...JUDGED_METRICS),
      }),
      { maxLength: 40, selector: ({ historyId, metric }) => `${historyId} ${metric}` },
    ),
  });

  test('no more than asked for, a call once, half of each kind where there is enough, and no order plays a part', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const drawn = drawWeek(week);
        const all = new Set([...week.calls, ...week.judged.map(({ historyId }) => historyId)]);
        expect(drawn.length).toBe(Math.min(week.size, all.size));
        expect(new Set(drawn.map(({ historyId }) => historyId)).size).toBe(drawn.length);
        const random = drawn.filter(({ drawnAs }) => drawnAs === 'random');
        expect(random.every(({ historyId }) => week.calls.includes(historyId))).toBe(true);
        expect(random.length).toBeGreaterThanOrEqual(Math.min(Math.ceil(week.size / 2), week.calls.length));
        const again = drawWeek({
          ...week,
          calls: week.calls.toReversed(),
          judged: week.judged.toReversed(),
        });
        expect(again).toEqual(drawn);
      }),
    );
  });

  test('every call is as likely as another, and so is every metric', () => {
    const calls = Array.from({ length: 40 }, (_, index) => 500_000 + index);
    const drawn = Array.from({ length: 400 }, (_, week) =>
      drawWeek({ seed: `week ${week}`, size: 10, judged: [], calls }),
    ).flat();
    // 4,000 draws: each call is expected 100 times, each metric 800 times; five standard errors either way.
    for (const call of calls) {
      const times = drawn.filter(({ historyId }) => historyId === call).length;
      expect(Math.abs(times - 100)).toBeLessThan(50);
    }
    for (const metric of JUDGED_METRICS) {
      const times = drawn.filter((question) => question.metric === metric).length;
      expect(Math.abs(times - 800)).toBeLessThan(127);
    }
  });
});
