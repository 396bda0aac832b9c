import { TRAINING_PATTERNS, type TrainingPattern } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import { findPatterns } from '../src/domain/pattern-findings.js';

const count = (operator: string, calls: number, pattern: TrainingPattern = 'no_offer') => ({
  operator,
  calls,
  pattern,
});
const base = (operator: string, calls: number, pattern: TrainingPattern = 'no_offer') => ({
  operator,
  calls,
  metric: TRAINING_PATTERNS[pattern].metric,
});

describe('what an operator does again and again', () => {
  test('begins at five calls in the week', () => {
    const bases = [base('op-1', 40), base('op-2', 400)];
    expect(findPatterns([count('op-1', 4)], bases)).toEqual([]);
    expect(findPatterns([count('op-1', 5)], bases)).toMatchObject([
      { operator: 'op-1', own: { count: 5, base: 40 }, others: { count: 0, base: 400 }, isMore: true },
    ]);
  });

  test('who talks most has many such calls, and stands below who does it more often', () => {
    const counts = [count('op-busy', 20), count('op-rare', 8)];
    const bases = [base('op-busy', 1_000), base('op-rare', 40)];
    expect(findPatterns(counts, bases).map(({ operator, isMore }) => [operator, isMore])).toEqual([
      ['op-rare', true],
      ['op-busy', false],
    ]);
  });

  test('a little more often than the others is as often: three calls in a hundred are chance', () => {
    const bases = [base('op-1', 100), base('op-2', 300)];
    const isMore = (calls: number) =>
      findPatterns([count('op-1', calls), count('op-2', 90)], bases)[0]?.isMore;
    expect([33, 39, 40, 60].map(isMore)).toEqual([false, false, true, true]);
  });

  test('patterns are compared each with its own calls, and with nobody where the others have too few', () => {
    const counts = [count('op-1', 6), count('op-1', 7, 'few_steps'), count('op-2', 1)];
    const bases = [
      base('op-1', 30),
      base('op-1', 50, 'few_steps'),
      base('op-2', 29),
      base('op-2', 60, 'few_steps'),
    ];
    expect(findPatterns(counts, bases)).toMatchObject([
      { pattern: 'few_steps', own: { count: 7, base: 50 }, others: { count: 0, base: 60 } },
      { pattern: 'no_offer', own: { count: 6, base: 30 }, others: null },
    ]);
  });

  test('roll-ups that are a minute late make no share over a whole', () => {
    expect(findPatterns([count('op-1', 6)], [])).toMatchObject([{ own: { count: 6, base: 6 } }]);
  });
});
