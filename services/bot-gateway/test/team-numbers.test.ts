import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  MIN_OPERATORS,
  NO_NUMBERS,
  RATES,
  teamMedians,
  type WorkNumbers,
} from '../src/domain/team-numbers.js';

const records = (count: number, base: number, calls = base): WorkNumbers => ({
  ...NO_NUMBERS,
  calls,
  conversion: { count, base },
});

describe('the team’s median', () => {
  test('is the middle of those with calls enough, oneself among them, or the mean of the two in the middle', () => {
    const own = records(30, 100);
    const three = [own, records(10, 50), records(45, 50)];
    expect(teamMedians(own, three)).toMatchObject({ conversion: 0.3, calls: 50 });
    expect(teamMedians(own, [...three, records(40, 100)])).toMatchObject({ conversion: 0.35, calls: 75 });
    // Nine in ten of a few calls say nothing of anybody.
    expect(teamMedians(own, [...three, records(27, 29)])).toMatchObject({ conversion: 0.3 });
  });

  test('is not told to whom it would say what a colleague has: with two operators there is none', () => {
    const own = records(30, 100);
    expect(teamMedians(own, [own, records(40, 100)])).toMatchObject({ conversion: null, calls: null });
  });

  test('is not set beside a rate of one’s own with too few calls', () => {
    const own = records(29, MIN_CALLS_TO_COMPARE - 1);
    const team = [own, records(10, 50), records(20, 50), records(30, 50)];
    expect(teamMedians(own, team).conversion).toBeNull();
    expect(teamMedians(own, team).calls).toBe(50);
  });

  test('half of those counted are not over it and half not under it, whatever the order', () => {
    const part = fc
      .tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 }))
      .map(([a, b]) => ({ count: Math.min(a, b), base: Math.max(a, b) }));
    const numbers = fc.record({
      calls: fc.nat({ max: 200 }),
      conversion: part,
      quality: part,
      complaint: part,
      callbacks: part,
    });
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 12 }), numbers, (others, own) => {
        const team = [own, ...others];
        const medians = teamMedians(own, team);
        expect(teamMedians(own, team.toReversed())).toEqual(medians);
        for (const rate of RATES) {
          const sound = team.filter((one) => one[rate].base >= MIN_CALLS_TO_COMPARE);
          const median = medians[rate];
          expect(median === null).toBe(own[rate].base < MIN_CALLS_TO_COMPARE || sound.length < MIN_OPERATORS);
          if (median === null) continue;
          const shares = sound.map((one) => one[rate].count / one[rate].base);
          expect(shares.filter((share) => share > median).length).toBeLessThanOrEqual(sound.length / 2);
          expect(shares.filter((share) => share < median).length).toBeLessThanOrEqual(sound.length / 2);
        }
      }),
    );
  });
});
