import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, type YesNoTable } from '../src/compare/index.js';
import {
  decideCalls,
  decideTruths,
  drawWeek,
  feedbackQuality,
  summariseOpinions,
  wilsonInterval,
  type DecidedCall,
  type SecondOpinion,
  type Vote,
} from '../src/feedback/index.js';

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

describe('κ and AC1', () => {
  const table = (both: number, onlyFirst: number, onlySecond: number, neither: number): YesNoTable => ({
    both,
    onlyFirst,
    onlySecond,
    neither,
  });

  // The same raw agreement, very different κ: Feinstein & Cicchetti, J. Clin. Epidemiol. 43 (1990) 543–549, tables 1 and 2.
  test.each([
    [table(40, 9, 6, 45), 0.85, 0.7],
    [table(80, 10, 5, 5), 0.85, 0.32],
  ])('the paradox of prevalence: %p', (pairs, observed, kappa) => {
    const agreement = agreementOf(pairs);
    expect(agreement.observed).toBeCloseTo(observed, 10);
    expect(agreement.kappa).toBeCloseTo(kappa, 2);
  });

  // Gwet, Statistical Methods for Inter-Rater Reliability Assessment 1 (2002): 125 cases, κ −0.0234, AC1 0.9408.
  test('where nearly all say yes κ falls under 0 and AC1 keeps what people see', () => {
    const agreement = agreementOf(table(118, 5, 2, 0));
    expect(agreement.kappa).toBeCloseTo(-0.0234, 4);
    expect(agreement.ac1).toBeCloseTo(0.9408, 4);
    expect(agreement.prevalence).toBeCloseTo(0.972, 10);
  });

  const tables = fc
    .tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200))
    .map(([both, onlyFirst, onlySecond, neither]) => table(both, onlyFirst, onlySecond, neither))
    .filter(({ both, onlyFirst, onlySecond, neither }) => both + onlyFirst + onlySecond + neither > 0);

  test('they lie in −1…1, do not care who is first or what is called yes; AC1 is 1 only for full agreement', () => {
    fc.assert(
      fc.property(tables, (pairs) => {
        const { both, onlyFirst, onlySecond, neither } = pairs;
        const { kappa, ac1 } = agreementOf(pairs);
        const swapped = agreementOf(table(both, onlySecond, onlyFirst, neither));
        const inverted = agreementOf(table(neither, onlySecond, onlyFirst, both));
        expect(Math.abs(kappa ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(ac1 ?? 2)).toBeLessThanOrEqual(1 + 1e-12);
        expect(swapped.kappa ?? 0).toBeCloseTo(kappa ?? 0, 10);
        expect(inverted.ac1).toBeCloseTo(ac1 ?? 2, 10);
        expect(ac1 === 1).toBe(onlyFirst + onlySecond === 0);
      }),
    );
  });
});

const vote = (overrides: Partial<Vote>): Vote => ({
  historyId: 1,
  metric: 'complaint_risk_flag',
  userId: 1,
  says: true,
  wasRaised: true,
  rules: ['complaint.wait'],
  isRandom: false,
  isDecision: false,
  at: new Date('2026-11-24T09:00:00Z'),
  ...overrides,
});

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
      { ...vote({}), verdict: 'yes', wasRaised: false, rules: [] },
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
