import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeTogether } from '../src/engine/decide.js';
import { compileModel } from '../src/model/linear-model.js';
import {
  DIALOGUE_OUTCOMES,
  EMPTY_MODEL,
  TARGETS,
  YES_NO_TARGETS,
  type AnswersTogether,
  type YesNoTarget,
} from '../src/model/model-file.js';

const set = (overrides: Partial<AnswersTogether>): AnswersTogether => ({
  outcome: 'record',
  target: true,
  complaint: 'none',
  churn: 'low',
  followup: null,
  lost: false,
  calls: 10,
  cross_sell: 1,
  ...overrides,
});

const BOOKED = set({});
const OPEN = set({ outcome: 'lead_no_record', followup: 'client_thinks' });
const TOO_DEAR = set({ outcome: 'lead_no_record', followup: 'price', lost: true });
const model = compileModel({ ...EMPTY_MODEL, together: [BOOKED, OPEN, TOO_DEAR] });

/** Log-odds of a call: these, and nothing said for or against all others. */
const sumsOf = (said: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(TARGETS, (target) => said[target] ?? 0);
const share = (labels: readonly number[], target: YesNoTarget): number =>
  labels[YES_NO_TARGETS.indexOf(target)] ?? 0;

test('a stated price makes a lost booking likelier, as labelled calls have them together', () => {
  const lead = { 'outcome.lead_no_record': 3, followup: 2 };
  const open = judgeTogether(model, sumsOf({ ...lead, 'followup_reason.client_thinks': 2 }));
  const dear = judgeTogether(model, sumsOf({ ...lead, 'followup_reason.price': 2 }));
  expect(share(dear.labels, 'lost')).toBeGreaterThan(share(open.labels, 'lost'));
});

test('answers that no labelled call has together are not given together', () => {
  const { outcomes, labels } = judgeTogether(model, sumsOf({ 'outcome.record': 4, lost: 1 }));
  expect(outcomes[DIALOGUE_OUTCOMES.indexOf('record')]).toBeGreaterThan(0.9);
  expect(share(labels, 'lost')).toBeLessThan(0.1);
});

test('whatever the votes, the outcomes share one whole and every label lies between never and always', () => {
  const vote = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(fc.array(vote, { minLength: TARGETS.length, maxLength: TARGETS.length }), (votes) => {
      for (const one of [model, compileModel(EMPTY_MODEL)]) {
        const { outcomes, labels, reasons } = judgeTogether(one, Float64Array.from(votes));
        expect(outcomes.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
        expect(reasons.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1 + 1e-6);
        for (const label of labels) {
          expect(label).toBeGreaterThanOrEqual(0);
          expect(label).toBeLessThanOrEqual(1 + 1e-6);
        }
      }
    }),
  );
});
