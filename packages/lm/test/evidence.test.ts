import type { CallScore, MetricName } from '@perezvon/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WORDS_RULE } from '../src/engine/explain.js';
import { extend, overlap, textOf } from '../src/engine/fragment.js';
import { readCall, type ReadTurn } from '../src/engine/prepare.js';
import { loadRuleset, scoreCall } from '../src/index.js';
import { joinProofs, type Proof } from '../src/score/evidence.js';
import { givenCall, MOSCOW, ownCalls, talk } from './given.js';

const ruleset = loadRuleset();

const turnOf = (text: string): ReadTurn => {
  const [turn] = readCall(givenCall(talk(`c: ${text}`)), ruleset.lexicon).turns;
  if (turn === undefined) throw new Error('the call has no turn');
  return turn;
};

const LONG = turnOf('я у вас была в среду, никто не перезвонил. верните деньги');

const proof = (from: number, to: number, rule: string, points: number): Proof => ({
  fragment: { turn: LONG, from, to },
  rule,
  points,
});

test('two rules over the same words are one quote, with the stronger rule and the points of both', () => {
  expect(
    joinProofs([proof(6, 8, 'complaint.wait', 20), proof(7, 8, 'complaint.broken_promise', 50)]),
  ).toEqual([proof(7, 8, 'complaint.broken_promise', 70)]);
});

test('a rule heard twice is quoted once; two passages of bare words stay two', () => {
  expect(joinProofs([proof(0, 1, 'complaint.refund', 10), proof(9, 10, 'complaint.refund', 30)])).toEqual([
    proof(9, 10, 'complaint.refund', 40),
  ]);
  expect(joinProofs([proof(0, 1, WORDS_RULE, 10), proof(9, 10, WORDS_RULE, 30)])).toHaveLength(2);
});

test('a quote is the clause around the words, not the whole turn, and never leaves its sentence', () => {
  expect(textOf(extend({ turn: LONG, from: 7, to: 8 }, 'clause'))).toBe('никто не перезвонил');
  expect(textOf(extend({ turn: LONG, from: 8, to: 8 }, 'sentence'))).toBe(
    'я у вас была в среду, никто не перезвонил',
  );
  expect(textOf(extend({ turn: LONG, from: 10, to: 10 }, 'sentence'))).toBe('верните деньги');
});

test('speech without punctuation is cut to twelve words around those that prove it', () => {
  const endless = turnOf(Array.from({ length: 60 }, (_, index) => `слово${index}`).join(' '));
  const { from, to } = extend({ turn: endless, from: 30, to: 31 }, 'clause');
  expect({ from, to, words: to - from + 1 }).toEqual({ from: 25, to: 36, words: 12 });
});

test('joined proofs share no words and no rule, and lose no points', () => {
  const some = fc.array(
    fc.record({
      from: fc.nat(8),
      length: fc.nat(2),
      rule: fc.constantFrom('a.one', 'a.two', 'a.three', WORDS_RULE),
      points: fc.nat(50),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, (parts) => {
      const proofs = parts.map(({ from, length, rule, points }) => proof(from, from + length, rule, points));
      const joined = joinProofs(proofs);
      const sum = (all: readonly Proof[]): number => all.reduce((total, { points }) => total + points, 0);
      expect(sum(joined)).toBe(sum(proofs));
      joined.forEach((one, at) => {
        for (const other of joined.slice(at + 1)) {
          expect(overlap(one.fragment, other.fragment)).toBe(false);
          expect(one.rule !== other.rule || one.rule === WORDS_RULE).toBe(true);
        }
      });
    }),
  );
});

const scoreBehind = ({ metrics }: CallScore, metric: MetricName): number => {
  if (metric === 'churn_risk_level') return metrics.churn_risk_score ?? 0;
  if (metric === 'complaint_risk_flag') return metrics.complaint_risk_score ?? 0;
  const value = metrics[metric];
  return typeof value === 'number' ? value : 100;
};

test('every invented call: a metric quotes no passage and no rule twice, and its weights fit into its score', () => {
  for (const call of ownCalls()) {
    const score = scoreCall(call, ruleset, MOSCOW);
    for (const metric of new Set(score.evidence.map((one) => one.metric))) {
      const quotes = score.evidence.filter((one) => one.metric === metric);
      const rules = quotes.map(({ rule }) => rule).filter((rule) => rule !== WORDS_RULE);
      expect(new Set(rules).size).toBe(rules.length);
      const places = quotes.map(({ turn, quote }) => `${turn} ${quote}`);
      expect(new Set(places).size).toBe(places.length);
      const weight = quotes.reduce((sum, one) => sum + one.weight, 0);
      expect(weight).toBeLessThanOrEqual(scoreBehind(score, metric));
    }
  }
});

test('a grievance is proved by the client’s words, not by the operator’s courtesy around them', () => {
  const { evidence, metrics } = scoreCall(
    givenCall(
      talk(
        'o: клиника слушаю вас',
        'c: подам на вас в суд и в роспотребнадзор, верните деньги',
        'o: я передам руководству',
        'o: хорошо до свидания',
      ),
    ),
    ruleset,
    MOSCOW,
  );
  expect(metrics.complaint_risk_flag).toBe(true);
  const quotes = (metric: MetricName) =>
    evidence.filter((one) => one.metric === metric).map(({ quote }) => quote);
  expect(quotes('complaint_risk_flag')).toEqual(['подам на вас в суд и в роспотребнадзор']);
  expect(quotes('followup_needed_flag')).toContain('я передам руководству');
  expect(quotes('followup_needed_flag')).not.toContain('хорошо до свидания');
});

test('no flag of any call is proved by a greeting while other words speak for it', () => {
  const greeted = ownCalls()
    .flatMap((call) => scoreCall(call, ruleset, MOSCOW).evidence)
    .filter(({ metric, rule }) => metric !== 'script_risk_index' && rule === 'quality.greeting');
  expect(greeted).toEqual([]);
});

test('the rule that was heard names a quote, not the count it was summed up in', () => {
  const { evidence } = scoreCall(
    givenCall(
      talk(
        'o: Клиника «Сосна», здравствуйте.',
        'c: Мне обещали перезвонить, и никто не перезвонил. Третий раз звоню. Верните деньги, подам в суд.',
        'o: Передам руководителю.',
        'c: Администратор мне нахамила. Жду ответа.',
      ),
    ),
    ruleset,
    MOSCOW,
  );
  const rules = evidence.filter(({ metric }) => metric === 'complaint_risk_flag').map(({ rule }) => rule);
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.filter((rule) => rule.startsWith('state.blame'))).toEqual([]);
});
