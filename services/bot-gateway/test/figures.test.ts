import { METRICS } from '@perezvon/contracts';
import { ROLLED_UP_METRICS, sumNumbers, type PeriodNumbers } from '@perezvon/db/figures';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { columnsOf, grainsOf } from '../src/domain/columns.js';
import { compare } from '../src/domain/compare.js';
import { FIGURE_DAYS } from '../src/domain/figure-period.js';
import { churnLevels, metricLine, metricsOf } from '../src/domain/metric-table.js';
import { OPERATOR_ORDERS, rankOperators } from '../src/domain/operator-ranking.js';
import { measured } from '../src/domain/period-lines.js';
import { sparkline } from '../src/domain/sparkline.js';

const NOTHING = sumNumbers([]);

const numbers: fc.Arbitrary<PeriodNumbers> = fc
  .record({ valid: fc.nat(90), target: fc.nat(60), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ valid, target, share }) => ({
    ...NOTHING,
    calls: valid + 3,
    validDialogues: valid,
    targetCalls: target,
    records: Math.round(target * share),
    lostRed: Math.round(target * (1 - share)),
    complaintRed: Math.round((valid * share) / 4),
    qualitySum: Math.round(valid * share * 100),
    qualityCalls: valid,
  }));

describe('a change', () => {
  test('is told only where both windows have thirty calls', () => {
    const window = fc.record({ value: fc.option(fc.integer({ min: 0, max: 100 })), calls: fc.nat(80) });
    fc.assert(
      fc.property(window, window, (now, before) => {
        const isKnown = now.value !== null && before.value !== null && now.calls >= 30 && before.calls >= 30;
        expect(compare(now, before, { better: 'more' }) !== null).toBe(isKnown);
      }),
    );
  });

  test.each([
    ['more quality', 62, 58, 'more', { by: 4, turn: 'better' }],
    ['less quality', 58, 62, 'more', { by: -4, turn: 'worse' }],
    ['more complaints', 4, 1, 'less', { by: 3, turn: 'worse' }],
    ['what nobody sees in the numbers', 58.2, 57.9, 'more', { by: 0, turn: 'same' }],
    ['a load, which is no merit', 58, 50, 'neither', { by: 8, turn: 'neither' }],
  ] as const)('of %s', (_, now, before, better, change) => {
    expect(compare({ value: now, calls: 30 }, { value: before, calls: 30 }, { better })).toEqual(change);
  });

  test.each(['script_risk_index', 'normalized_call_score'] as const)(
    'of a share of red calls is worse when it grows, whichever way its metric is good: %s',
    (metric) => {
      const red = (count: number) => ({ metric, calls: 40, mean: 20, red: count });
      const line = metricLine({ now: red(8), before: red(4), histogram: [{ value: 20, calls: 40 }] });
      expect(line).toMatchObject({
        meanChange: { turn: 'same' },
        red: { percent: 20, change: { by: 10, turn: 'worse' } },
      });
    },
  );
});

test('every metric that is a number stands in exactly one part of the table', () => {
  const groups = [...new Set(ROLLED_UP_METRICS.map((metric) => METRICS[metric].group))];
  expect(groups.flatMap(metricsOf).toSorted()).toEqual([...ROLLED_UP_METRICS].toSorted());
});

test('levels of churn are their scores, cut at the lines', () => {
  const histogram = [0, 29, 30, 59, 60, 84, 85, 100].map((value) => ({ value, calls: 1 }));
  expect(churnLevels(histogram)).toEqual({ low: 2, medium: 2, high: 2, critical: 2 });
});

describe('operators', () => {
  const team = fc.array(fc.record({ now: numbers, before: numbers }), { maxLength: 9 });
  const cases = fc.tuple(team, fc.constantFrom(...OPERATOR_ORDERS));

  test('stand worst first; with too few calls they have no place and stand behind', () => {
    fc.assert(
      fc.property(cases, ([windows, order]) => {
        const operators = windows.map((one, index) => ({ operator: `op-${index}`, ...one }));
        const rows = rankOperators(operators, order);
        expect(rows.map(({ operator }) => operator).toSorted()).toEqual(
          operators.map(({ operator }) => operator).toSorted(),
        );
        const placed = rows.filter(({ place }) => place !== null);
        expect(rows.slice(0, placed.length)).toEqual(placed);
        for (const { now, place } of rows) expect(place !== null).toBe(measured(now, order).calls >= 30);
        const values = placed.map(({ value }) => value ?? -1);
        const isMoreBetter = order === 'quality' || order === 'records';
        expect(values).toEqual(values.toSorted((a, b) => (isMoreBetter ? a - b : b - a)));
      }),
    );
  });
});

describe('the course of time', () => {
  const LAST = new Date('2026-11-24');
  const dayBefore = (back: number) => new Date(LAST.getTime() - back * 86_400_000).toISOString().slice(0, 10);

  test('every day stands in one column, except those at the beginning that fill no week', () => {
    const calls = fc.array(fc.tuple(fc.nat(199), numbers), { maxLength: 40 });
    fc.assert(
      fc.property(calls, fc.constantFrom(...FIGURE_DAYS), (given, days) => {
        const byDay = new Map(given.filter(([back]) => back < days).map(([back, one]) => [back, one]));
        const rows = [...byDay].map(([back, one]) => ({ day: dayBefore(back), numbers: one }));
        for (const grain of grainsOf(days)) {
          const columns = columnsOf(rows, { lastDay: LAST, days }, grain);
          const width = grain === 'week' ? 7 : 1;
          const covered = [...byDay].filter(([back]) => back < columns.length * width).map(([, one]) => one);
          expect(columns).toHaveLength(Math.floor(days / width));
          expect(sumNumbers(columns.map((column) => column.numbers))).toEqual(sumNumbers(covered));
        }
      }),
    );
  });

  test('no picture is wider than a phone, and a week of days is not a column of weeks', () => {
    for (const days of FIGURE_DAYS)
      for (const grain of grainsOf(days)) {
        const { length } = columnsOf([], { lastDay: LAST, days }, grain);
        expect(length).toBeGreaterThan(1);
        expect(length).toBeLessThanOrEqual(30);
      }
  });

  test('a bar is as high as its number, from nothing; what is not known is a dot', () => {
    expect(sparkline([0, 50, 100, null], 100)).toBe('▁▅█·');
    expect(sparkline([0, 0], 0)).toBe('▁▁');
    const BARS = '▁▂▃▄▅▆▇█';
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), (values) => {
        const bars = Array.from(sparkline(values, Math.max(...values)), (bar) => BARS.indexOf(bar));
        for (const [index, value] of values.entries())
          for (const [other, higher] of values.entries())
            if (value < higher) expect(bars[index]).toBeLessThanOrEqual(bars[other] ?? -1);
      }),
    );
  });
});
