import { describe, expect, test } from '@jest/globals';
import {
  feedbackQuality,
  summariseOpinions,
  type DecidedCall,
  type SecondOpinion,
} from '../../src/feedback/index.js';

describe('precision', () => {
  const calls = (count: number, verdict: DecidedCall['verdict'], rules: string[]): DecidedCall[] =>
    Array.from({ length: count }, (_, index) => ({
      historyId: index + 1,
      metric: 'complaint_risk_flag',
      wasRaised: true,
      verdict,
      rules,
      isRandom: false,
    }));

  test('a rule that is right in 11 of 20 is suspect, one in 12 is not, and 10 of 19 are too few to say', () => {
    const { rules } = feedbackQuality([
      ...calls(11, 'yes', ['worse']),
      ...calls(9, 'no', ['worse']),
      ...calls(12, 'yes', ['fair']),
      ...calls(8, 'no', ['fair']),
      ...calls(10, 'yes', ['rare']),
      ...calls(9, 'no', ['rare']),
    ]);
    expect(rules.map(({ rule, isSuspect, n }) => [rule, isSuspect, n])).toEqual([
      ['worse', true, 20],
      ['rare', false, 19],
      ['fair', false, 20],
    ]);
  });

  test('disputed calls are in neither count, missed ones are only counted, and a rule counts with each of its calls', () => {
    const { metrics, rules } = feedbackQuality([
      ...calls(3, 'yes', ['a', 'b']),
      ...calls(1, 'no', ['a']),
      ...calls(2, 'disputed', ['b']),
      ...calls(1, 'yes', []).map((call) => ({ ...call, wasRaised: false })),
    ]);
    expect(metrics.find(({ metric }) => metric === 'complaint_risk_flag')).toMatchObject({
      confirmed: 3,
      falseAlarms: 1,
      n: 4,
      precision: 0.75,
      missed: 1,
      disputed: 2,
    });
    expect(rules.map(({ rule, precision, n }) => [rule, precision, n])).toEqual([
      ['a', 0.75, 4],
      ['b', 1, 3],
    ]);
  });
});

describe('second opinions', () => {
  const opinion = (overrides: Partial<SecondOpinion>): SecondOpinion => ({
    metric: 'complaint_risk_flag',
    answer: true,
    firstAnswer: null,
    wasRaised: true,
    isRandom: true,
    ...overrides,
  });

  test('people are compared where two spoke, the engine on the random half only', () => {
    const { people, engine, recall } = summariseOpinions([
      opinion({ firstAnswer: true, isRandom: false }),
      opinion({ firstAnswer: true, answer: false, isRandom: false }),
      opinion({ answer: true, wasRaised: false, metric: 'followup_needed_flag' }),
      opinion({ answer: true }),
      opinion({ answer: false, wasRaised: false }),
    ]);
    expect(people[0]).toMatchObject({ metric: null, agreement: { n: 2, observed: 0.5 } });
    expect(engine[0]).toMatchObject({ metric: null, agreement: { n: 3 } });
    expect(engine.map(({ metric }) => metric)).toEqual([null, 'complaint_risk_flag', 'followup_needed_flag']);
    expect(recall).toEqual({ caught: 1, n: 2 });
  });

  test('of nothing there is nothing', () => {
    expect(summariseOpinions([])).toEqual({ people: [], engine: [], recall: { caught: 0, n: 0 } });
  });
});
