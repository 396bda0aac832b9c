import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideCalls, decideTruths, type DecidedCall } from '../../src/feedback/index.js';
import { vote } from './given-vote.js';

describe('one vote a call', () => {
  test('three people count once, by their majority', () => {
    const said = [vote({ userId: 1 }), vote({ userId: 2, says: false }), vote({ userId: 3 })];
    expect(decideCalls(said)).toEqual([
      {
        historyId: 1,
        metric: 'complaint_risk_flag',
        wasRaised: true,
        verdict: 'yes',
        rules: ['complaint.wait'],
        isRandom: false,
      },
    ]);
  });

  test('a decided dispute settles it, whatever others said before and after; the last decision counts', () => {
    const said = [
      vote({ userId: 1 }),
      vote({ userId: 2 }),
      vote({ userId: 3, says: false, isDecision: true, at: new Date('2026-11-24T10:00:00Z') }),
      vote({ userId: 4, at: new Date('2026-11-24T11:00:00Z') }),
    ];
    expect(decideCalls(said)).toMatchObject([{ verdict: 'no', rules: ['complaint.wait'] }]);
    expect(decideTruths(said).get(1)).toEqual({ complaint_risk_flag: false });
    const again = vote({ userId: 5, isDecision: true, at: new Date('2026-11-24T12:00:00Z') });
    expect(decideCalls([again, ...said])).toMatchObject([{ verdict: 'yes' }]);
  });

  test('as many yes as no is disputed, and of one person’s words the later counts', () => {
    const said = [vote({ userId: 1 }), vote({ userId: 2, says: false })];
    expect(decideCalls(said)[0]?.verdict).toBe('disputed');
    const later = vote({ userId: 2, says: true, at: new Date('2026-11-25T09:00:00Z') });
    expect(decideCalls([later, ...said])[0]?.verdict).toBe('yes');
  });

  test('what was missed is another question than what was raised', () => {
    const decided = decideCalls([vote({ says: false }), vote({ userId: 2, wasRaised: false, rules: [] })]);
    expect(decided.map(({ wasRaised, verdict }) => [wasRaised, verdict])).toEqual([
      [true, 'no'],
      [false, 'yes'],
    ]);
  });

  test('what is right of a call does not depend on what the score said when somebody was asked', () => {
    const truths = decideTruths([
      vote({ says: false }),
      vote({ userId: 2, wasRaised: false }),
      vote({ userId: 3, wasRaised: false }),
      vote({ historyId: 2, metric: 'churn_risk_level' }),
      vote({ historyId: 2, metric: 'churn_risk_level', userId: 2, says: false }),
    ]);
    expect([...truths]).toEqual([[1, { complaint_risk_flag: true }]]);
  });

  test('the order in which it was said does not matter, and every call appears once', () => {
    const votes = fc.array(
      fc.record({
        historyId: fc.integer({ min: 1, max: 5 }),
        metric: fc.constantFrom<JudgedMetric>(...JUDGED_METRICS),
        userId: fc.integer({ min: 1, max: 4 }),
        says: fc.boolean(),
        wasRaised: fc.boolean(),
        rules: fc.constant([]),
        isRandom: fc.boolean(),
        isDecision: fc.boolean(),
        // One word a person and moment: of two at once neither is the later.
        at: fc.integer({ min: 0, max: 1_000_000 }).map((ms) => new Date(ms)),
      }),
      { maxLength: 40 },
    );
    const keyOf = ({ historyId, metric, wasRaised }: DecidedCall): string =>
      `${historyId} ${metric} ${wasRaised}`;
    fc.assert(
      fc.property(votes, (said) => {
        const distinct = [...new Map(said.map((one) => [one.at.getTime(), one])).values()];
        const forth = new Map(decideCalls(distinct).map((one) => [keyOf(one), one.verdict]));
        const back = new Map(decideCalls(distinct.toReversed()).map((one) => [keyOf(one), one.verdict]));
        expect(forth.size).toBe(decideCalls(distinct).length);
        // Maps are equal whatever their order.
        expect(forth).toEqual(back);
      }),
    );
  });
});
