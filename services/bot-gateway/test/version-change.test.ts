import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitChange, type DayCount } from '../src/domain/version-change.js';

const OLD = 'v1.0.0+aaaaaaaa';
const NEW = 'v1.1.0+bbbbbbbb';
const MIN = 30;
const CALLS = 100;

/** One day as it is shown, and as each version that scored it says. */
const day = (name: string, shown: string, rates: Record<string, number>): DayCount[] => [
  { day: name, tag: '', calls: CALLS, shownCalls: CALLS, base: CALLS, count: (rates[shown] ?? 0) * CALLS },
  ...Object.entries(rates).map(([tag, rate]) => ({
    day: name,
    tag,
    calls: CALLS,
    shownCalls: tag === shown ? CALLS : 0,
    base: CALLS,
    count: rate * CALLS,
  })),
];
const split = (before: DayCount[], now: DayCount[]) => splitChange({ now, before }, MIN);

test('one version scored both windows: the change is people’s', () => {
  expect(split(day('1', NEW, { [NEW]: 0.2 }), day('2', NEW, { [NEW]: 0.3 }))).toEqual({
    kind: 'same-version',
  });
});

test('the window before was rescored: what the new rules say of it is the model’s part', () => {
  const parts = split(day('1', OLD, { [OLD]: 0.2, [NEW]: 0.23 }), day('2', NEW, { [NEW]: 0.24 }));
  expect(parts).toMatchObject({ kind: 'split', base: CALLS });
  expect(parts.kind === 'split' && [parts.model, parts.people]).toEqual([
    expect.closeTo(0.03),
    expect.closeTo(0.01),
  ]);
});

test('the old version still scores in the shadow of the new one: that tells it too', () => {
  const parts = split(day('1', OLD, { [OLD]: 0.2 }), day('2', NEW, { [NEW]: 0.24, [OLD]: 0.21 }));
  expect(parts.kind === 'split' && [parts.model, parts.people]).toEqual([
    expect.closeTo(0.03),
    expect.closeTo(0.01),
  ]);
});

test('no calls that both scored: it cannot be told', () => {
  expect(split(day('1', OLD, { [OLD]: 0.2 }), day('2', NEW, { [NEW]: 0.24 }))).toEqual({ kind: 'unknown' });
});

test('a day that the other version scored in part tells nothing', () => {
  const [shown, old, rescored] = day('1', OLD, { [OLD]: 0.2, [NEW]: 0.23 });
  if (!shown || !old || !rescored) throw new Error('a day has three rows');
  const halfScored = { ...rescored, calls: CALLS / 2 };
  expect(split([shown, old, halfScored], day('2', NEW, { [NEW]: 0.24 }))).toEqual({ kind: 'unknown' });
});

test('fewer than thirty calls that both scored tell nothing', () => {
  const few = day('1', OLD, { [OLD]: 0.2, [NEW]: 0.23 }).map((row) => ({ ...row, base: 29, count: 6 }));
  expect(split(few, day('2', NEW, { [NEW]: 0.24 }))).toEqual({ kind: 'unknown' });
});

test('days that both scored stand for those that only the old version did', () => {
  const before = [...day('1', OLD, { [OLD]: 0.2, [NEW]: 0.23 }), ...day('2', OLD, { [OLD]: 0.2 })];
  const parts = split(before, day('3', NEW, { [NEW]: 0.24 }));
  expect(parts.kind === 'split' && parts.model).toBeCloseTo(0.03);
});

test('a version activated in the middle of the present window changes only the days from there on', () => {
  const now = [...day('2', OLD, { [OLD]: 0.2, [NEW]: 0.24 }), ...day('3', NEW, { [NEW]: 0.24 })];
  const parts = split(day('1', OLD, { [OLD]: 0.2, [NEW]: 0.24 }), now);
  expect(parts.kind === 'split' && [parts.model, parts.people]).toEqual([
    expect.closeTo(0.02),
    expect.closeTo(0),
  ]);
});

describe('whatever the windows are', () => {
  const rate = fc.integer({ min: 0, max: CALLS }).map((count) => count / CALLS);
  const anyDay = fc.tuple(fc.constantFrom(OLD, NEW), rate, rate, fc.boolean()).map(
    ([shown, old, fresh, isBoth]) =>
      (name: string): DayCount[] =>
        day(name, shown, isBoth ? { [OLD]: old, [NEW]: fresh } : { [shown]: shown === OLD ? old : fresh }),
  );
  const window = fc.array(anyDay, { minLength: 1, maxLength: 4 });
  const built = (days: ((name: string) => DayCount[])[], prefix: string) =>
    days.flatMap((make, index) => make(`${prefix}${index}`));
  const shownRate = (days: DayCount[]) => {
    const shown = days.filter(({ tag }) => tag === '');
    return shown.reduce((sum, { count }) => sum + count, 0) / shown.reduce((sum, { base }) => sum + base, 0);
  };

  test('both parts add up to the change, and nobody’s part is made up where one version scored all', () => {
    fc.assert(
      fc.property(window, window, (first, second) => {
        const [before, now] = [built(first, 'a'), built(second, 'b')];
        const parts = split(before, now);
        const shownTags = new Set(
          [...before, ...now]
            .filter(({ tag, shownCalls }) => tag !== '' && shownCalls > 0)
            .map(({ tag }) => tag),
        );
        expect(parts.kind === 'same-version').toBe(shownTags.size < 2);
        if (parts.kind === 'split')
          expect(parts.model + parts.people).toBeCloseTo(shownRate(now) - shownRate(before));
      }),
    );
  });
});
