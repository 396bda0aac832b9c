import type { Outcome } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import { evaluate, type Evaluation } from '../src/evaluate/evaluation.js';
import { scoreAll } from '../src/evaluate/score-all.js';
import type { LabelledCall } from '../src/fit/labelled.js';
import { loadRuleset } from '../src/index.js';
import { DIALOGUE_OUTCOMES } from '../src/model/model-file.js';
import { devCalls, MOSCOW } from './given.js';
import { noisyCall } from './noise.js';

const dev = devCalls();
const calls = dev ?? [];
const ruleset = loadRuleset();
const describeWhenThere = dev === null ? describe.skip : describe;

const judge = (some: readonly LabelledCall[], withoutUpstream = false): Evaluation =>
  evaluate(scoreAll(some, ruleset, { ...MOSCOW, withoutUpstream }));

const f1Of = ({ labels }: Evaluation, wanted: string): number =>
  labels.find(({ label }) => label === wanted)?.f1 ?? 0;
const outcomeOf = ({ shares }: Evaluation): number => {
  const outcome = shares.find(({ name }) => name === 'outcome');
  return outcome === undefined ? 0 : outcome.right / outcome.n;
};

/** An analysis that is wrong throughout and agrees with itself. */
const wrongUpstream = (call: LabelledCall): LabelledCall => {
  const others = DIALOGUE_OUTCOMES.filter((outcome) => outcome !== call.labels.outcome);
  const outcome: Outcome | undefined = others[call.history_id % others.length];
  return {
    ...call,
    upstream: {
      ...call.upstream,
      outcome,
      is_target: call.labels.is_target !== true,
      refusal_category_code: call.labels.lost_opportunity === true ? null : 'price',
    },
  };
};

/**
 * Calls of an author the engine has never seen. The goals are a macro F1 of 0.88 with and 0.83 without the telephony's
 * analysis, and 0.90 of the outcomes right; the floors are what is reached, so that no change steps back unnoticed.
 */
const FLOOR = { withUpstream: 0.85, withoutUpstream: 0.83, outcome: 0.86, valid: 0.98 };
/** Goals of the issue, reached. */
const MAX_FALL = { withoutUpstream: 0.05, wrongUpstream: 0.1, noise: 0.05 };
const JUDGED = ['complaint_high', 'followup', 'lost', 'churn_high', 'cross_sell'];

describeWhenThere('unseen labelled calls', () => {
  const given = judge(calls);
  const alone = judge(calls, true);

  test('are judged no worse than before, with and without the telephony’s analysis', () => {
    expect(given.macroF1).toBeGreaterThanOrEqual(FLOOR.withUpstream);
    expect(alone.macroF1).toBeGreaterThanOrEqual(FLOOR.withoutUpstream);
    expect(given.macroF1 - alone.macroF1).toBeLessThanOrEqual(MAX_FALL.withoutUpstream);
    expect(outcomeOf(given)).toBeGreaterThanOrEqual(FLOOR.outcome);
    expect(f1Of(given, 'valid_dialogue')).toBeGreaterThanOrEqual(FLOOR.valid);
  });

  test('an analysis that is wrong in every call decides against no plain words', () => {
    const wrong = judge(calls.map(wrongUpstream));
    for (const label of JUDGED) {
      const fall = f1Of(given, label) - f1Of(wrong, label);
      expect({ label, isKept: fall <= MAX_FALL.wrongUpstream }).toEqual({ label, isKept: true });
    }
  });

  test.each([3, 17])('one word in ten damaged by a recogniser costs little (seed %i)', (seed) => {
    const noisy = judge(calls.map((call) => noisyCall(call, seed, 0.1)));
    expect(given.macroF1 - noisy.macroF1).toBeLessThanOrEqual(MAX_FALL.noise);
  });

  test('no red flag stands on a call that is no dialogue', () => {
    for (const { labels, score } of scoreAll(calls, ruleset, { ...MOSCOW, withoutUpstream: false })) {
      if (labels.valid_dialogue) continue;
      expect(score.metrics).toMatchObject({ complaint_risk_flag: null, lost_opportunity_score: null });
    }
  });
});
