import type { CallScore } from '@perezvon/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  agreementOf,
  ComparisonState,
  comparisonText,
  createComparison,
  loadRuleset,
  scoreCall,
  truthOfLabels,
  withoutWords,
  type ComparisonResult,
  type ScorePair,
} from '../src/index.js';
import type { FlagChange } from '../src/compare/flag-tally.js';
import { MOSCOW, ownCalls } from './given.js';

const ruleset = loadRuleset();
const calls = ownCalls();
const scores = calls.map((call) => scoreCall(call, ruleset, MOSCOW));

const compared = (pairs: readonly ScorePair[]): ComparisonResult => {
  const comparison = createComparison();
  for (const pair of pairs) comparison.add(pair);
  return comparison.result();
};
const flagOf = ({ flags }: ComparisonResult, name: string): FlagChange => {
  const found = flags.find(({ flag }) => flag === name);
  if (found === undefined) throw new Error(`no flag ${name}`);
  return found;
};

const complaint = scores.find(({ metrics }) => metrics.complaint_risk_flag === true);
if (complaint === undefined) throw new Error('the calls hold no complaint');
/** The same call with its complaint taken for something else. */
const calmed = (score: CallScore): CallScore => ({
  ...score,
  metrics: { ...score.metrics, complaint_risk_flag: false, complaint_risk_score: 12 },
  evidence: [],
  ruled_out: score.evidence.map(({ metric, turn, t, quote, rule }) => ({
    metric,
    turn,
    t,
    quote,
    rule,
    why: 'other_party',
  })),
});
const numbered = (score: CallScore, id: number): CallScore => ({ ...score, history_id: id });

test('a lost flag is told with the words it was raised by and why they no longer count', () => {
  const lost = flagOf(compared([{ before: complaint, after: calmed(complaint) }]), 'complaint_risk_flag');
  expect(lost).toMatchObject({ n: 1, gained: 0, lost: 1, raisedBefore: 1, raisedAfter: 0 });
  const [quote] = complaint.evidence.filter(({ metric }) => metric === 'complaint_risk_flag');
  expect(lost.lostExamples).toEqual([
    {
      historyId: complaint.history_id,
      quote: quote?.quote,
      turn: quote?.turn,
      place: null,
      rule: quote?.rule,
      why: 'other_party',
      before: complaint.metrics.complaint_risk_score,
      after: 12,
    },
  ]);
  expect(lost.lostByRule).toEqual([{ rule: quote?.rule, calls: 1 }]);
});

test('ten examples are kept, however many calls changed: the largest changes, then the newest', () => {
  const pairs = Array.from({ length: 25 }, (_, index) => ({
    before: calmed(numbered(complaint, index + 1)),
    after: numbered(complaint, index + 1),
  }));
  const gained = flagOf(compared(pairs), 'complaint_risk_flag');
  expect(gained.gained).toBe(25);
  expect(gained.gainedExamples.map(({ historyId }) => historyId)).toEqual(
    Array.from({ length: 10 }, (_, index) => 25 - index),
  );
});

test('precision and recall of both sides are told where the truth is known, and only there', () => {
  const pairs = calls.map(({ labels }, index): ScorePair => {
    const score = scores[index] ?? complaint;
    return { before: calmed(score), after: score, truth: truthOfLabels(labels) };
  });
  const judged = flagOf(compared(pairs), 'complaint_risk_flag');
  const high = calls.filter(({ labels }) => labels.complaint_risk === 'high').length;
  expect(judged.accuracyBefore).toEqual({ n: high, precision: null, recall: 0 });
  expect(judged.accuracyAfter?.recall).toBeGreaterThan(0.9);
  expect(flagOf(compared([{ before: complaint, after: complaint }]), 'complaint_risk_flag')).toMatchObject({
    accuracyBefore: null,
    accuracyAfter: null,
  });
});

test('scores of two different calls are refused', () => {
  expect(() => compared([{ before: complaint, after: numbered(complaint, 9_999_999) }])).toThrow('9999999');
});

test('means, the share beyond the red line and moved choices are told for both sides', () => {
  const result = compared([
    { before: complaint, after: { ...calmed(complaint), outcome: 'info_only' } },
    { before: complaint, after: complaint },
  ]);
  const own = complaint.metrics.complaint_risk_score ?? 0;
  expect(result.numbers.find(({ metric }) => metric === 'complaint_risk_score')).toEqual({
    metric: 'complaint_risk_score',
    before: { n: 2, mean: own, p90: own, redShare: 1 },
    after: { n: 2, mean: (own + 12) / 2, p90: own, redShare: 0.5 },
    sameShare: 0.5,
    meanShift: (own - 12) / 2,
  });
  expect(result.choices.find(({ choice }) => choice === 'outcome')).toEqual({
    choice: 'outcome',
    n: 2,
    sameShare: 0.5,
    transitions: [{ from: complaint.outcome, to: 'info_only', calls: 1 }],
  });
  expect(result).toMatchObject({ calls: 2, changedCalls: 1 });
});

test('the page names what changed and quotes it', () => {
  const page = comparisonText(compared([{ before: calmed(complaint), after: complaint }]));
  const [quote] = complaint.evidence.filter(({ metric }) => metric === 'complaint_risk_flag');
  expect(page).toContain('1 calls, 1 scored otherwise');
  expect(page).toContain('complaint_risk_flag: 1 gained');
  expect(page).toContain(`«${quote?.quote}» (${quote?.rule})`);
});

test('compared with itself, nothing changes and everybody agrees', () => {
  const result = compared(scores.map((score) => ({ before: score, after: score })));
  expect(result.changedCalls).toBe(0);
  for (const { gained, lost, agreement } of result.flags)
    expect({ gained, lost, observed: agreement.observed }).toEqual({ gained: 0, lost: 0, observed: 1 });
});

test('whatever two scorers say, gained less lost is the difference, and a swap turns gains into losses', () => {
  const pick = fc.constantFrom(...scores.map((_, index) => index));
  fc.assert(
    fc.property(fc.array(fc.tuple(pick, pick), { maxLength: 12 }), (chosen) => {
      const pairs = chosen.map(([a, b], at): ScorePair => ({
        before: numbered(scores[a] ?? complaint, at + 1),
        after: numbered(scores[b] ?? complaint, at + 1),
      }));
      const there = compared(pairs);
      const back = compared(pairs.map(({ before, after }) => ({ before: after, after: before })));
      there.flags.forEach((flag, at) => {
        expect(flag.raisedAfter - flag.raisedBefore).toBe(flag.gained - flag.lost);
        expect(back.flags[at]).toMatchObject({ gained: flag.lost, lost: flag.gained, n: flag.n });
      });
    }),
  );
});

test('kappa falls where yes is rare, AC1 does not', () => {
  // Gwet's own example of the paradox: 118 of 125 agree, and κ says chance did it.
  const { observed, kappa, ac1 } = agreementOf({ both: 118, onlyFirst: 5, onlySecond: 2, neither: 0 });
  expect(observed).toBeCloseTo(0.944, 3);
  expect(kappa).toBeCloseTo(-0.0234, 3);
  expect(ac1).toBeCloseTo(0.941, 3);
  expect(agreementOf({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }).observed).toBeNull();
});

const pairsOfAll = (): ScorePair[] =>
  calls.map(({ labels, transcript }, index) => {
    const score = scores[index] ?? complaint;
    return { before: calmed(score), after: score, truth: truthOfLabels(labels), turns: transcript };
  });

test('a comparison put aside anywhere and taken up again tells what it would have told in one go', () => {
  const pairs = pairsOfAll();
  const whole = compared(pairs);
  fc.assert(
    fc.property(fc.nat(pairs.length), (cut) => {
      const begun = createComparison();
      for (const pair of pairs.slice(0, cut)) begun.add(pair);
      const stored = ComparisonState.parse(JSON.parse(JSON.stringify(begun.state())));
      const goneOn = createComparison(stored);
      for (const pair of pairs.slice(cut)) goneOn.add(pair);
      expect(goneOn.result()).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('without words an example still knows where in the call its quote stands', () => {
  const comparison = createComparison();
  for (const pair of pairsOfAll()) comparison.add(pair);
  const quoted = flagOf(comparison.result(), 'complaint_risk_flag').gainedExamples;
  const bare = flagOf(
    createComparison(withoutWords(comparison.state())).result(),
    'complaint_risk_flag',
  ).gainedExamples;

  expect(bare.length).toBeGreaterThan(0);
  bare.forEach(({ historyId, quote, turn, place }, at) => {
    const text = calls.find(({ history_id: id }) => id === historyId)?.transcript?.[turn ?? -1]?.text ?? '';
    expect(quote).toBeNull();
    expect(text.slice(place?.start, (place?.start ?? 0) + (place?.length ?? 0))).toBe(quoted[at]?.quote);
  });
});
