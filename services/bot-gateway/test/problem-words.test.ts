import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newestThatFit } from '../src/screens/problems/problem-words.js';

test('of a long conversation the newest lines are shown that fit, never none, and the others are counted', () => {
  const line = fc.record({
    side: fc.constantFrom('author' as const, 'developers' as const),
    words: fc.string({ maxLength: 40 }),
    at: fc.constant(new Date(0)),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(200), (said, maxLength) => {
      const { shown, left } = newestThatFit(said, maxLength);
      const lengthOf = (lines: typeof said) => lines.reduce((sum, { words }) => sum + words.length, 0);
      expect(shown).toEqual(said.slice(left));
      expect(shown.length).toBeGreaterThan(0);
      if (shown.length > 1) expect(lengthOf([...shown])).toBeLessThanOrEqual(maxLength);
      // One more would not have fitted.
      if (left > 0) expect(lengthOf(said.slice(left - 1))).toBeGreaterThan(maxLength);
    }),
  );
});
