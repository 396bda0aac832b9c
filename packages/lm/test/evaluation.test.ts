import { expect, test } from '@jest/globals';
import { evaluate } from '../src/evaluate/evaluation.js';
import { scoreAll } from '../src/evaluate/score-all.js';
import { loadRuleset } from '../src/index.js';
import { devCalls } from './given.js';

const calls = devCalls();
const ruleset = loadRuleset();
const whenThere = calls === null ? test.skip : test;

/** Guards against a step back; the figures themselves are printed by `npm run lm -- evaluate`. */
const FLOOR = { macroF1: 0.75, outcome: 0.8, valid: 0.98 };

whenThere.each([false, true])(
  'unseen labelled calls are judged no worse than before (without upstream: %s)',
  (withoutUpstream) => {
    const { macroF1, labels, shares } = evaluate(
      scoreAll(calls ?? [], ruleset, { timezone: 'Europe/Moscow', withoutUpstream }),
    );
    const outcome = shares.find(({ name }) => name === 'outcome');
    expect(macroF1).toBeGreaterThan(FLOOR.macroF1);
    expect((outcome?.right ?? 0) / (outcome?.n ?? 1)).toBeGreaterThan(FLOOR.outcome);
    expect(labels.find(({ label }) => label === 'valid_dialogue')?.f1).toBeGreaterThan(FLOOR.valid);
  },
);

whenThere('no red flag stands on a call that is no dialogue', () => {
  for (const { labels, score } of scoreAll(calls ?? [], ruleset, {
    timezone: 'Europe/Moscow',
    withoutUpstream: false,
  })) {
    if (score.valid_dialogue || labels.valid_dialogue) continue;
    expect(score.metrics).toMatchObject({
      complaint_risk_flag: null,
      churn_risk_score: null,
      lost_opportunity_score: null,
    });
  }
});
