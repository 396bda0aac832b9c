import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  calibrateModel,
  feedbackTruths,
  isEnough,
  labelledLessons,
  MIN_CALLS_FOR_WORDS,
  MIN_UNRAISED,
  modelText,
  readModelFile,
  unseenLessons,
  type Lesson,
  type ModelFile,
  type ScoredCounts,
} from '../src/calibrate/index.js';
import { correctCalibration } from '../src/calibrate/learn.js';
import type { DecidedCall } from '../src/feedback/index.js';
import type { Judged } from '../src/fit/fit-calibration.js';
import { featureName } from '../src/model/feature-space.js';
import { compileModel } from '../src/model/linear-model.js';
import { logit, sigmoid } from '../src/model/probability.js';
import { readRulesetFiles } from '../src/rules/load-ruleset.js';
import { compileRuleset, type Ruleset } from '../src/rules/ruleset.js';
import { ownCalls } from './given.js';

const COUNTS: ScoredCounts = {
  complaint_risk_flag: { raised: 100, unraised: 900 },
  followup_needed_flag: { raised: 0, unraised: 0 },
  lost_opportunity_score: { raised: 0, unraised: 0 },
  churn_risk_level: { raised: 0, unraised: 0 },
  cross_sell_potential: { raised: 0, unraised: 0 },
};
const decided = (historyId: number, overrides: Partial<DecidedCall> = {}): DecidedCall => ({
  historyId,
  metric: 'complaint_risk_flag',
  wasRaised: true,
  verdict: 'yes',
  rules: [],
  isRandom: false,
  ...overrides,
});

describe('what people said stands for other calls', () => {
  test('by the inverse of how likely a call was to be judged; what was picked as missed stands for none', () => {
    const truths = feedbackTruths(
      [
        ...[1, 2, 3, 4].map((id) => decided(id, { verdict: id === 4 ? 'no' : 'yes' })),
        decided(5, { wasRaised: false, verdict: 'no', isRandom: true }),
        decided(6, { wasRaised: false, verdict: 'yes' }),
        decided(7, { verdict: 'disputed' }),
      ],
      COUNTS,
    );
    const share = (id: number): number | undefined => truths.get(id)?.complaint_risk_flag?.share;
    // 100 raised calls by four of them, 900 others by one: 25 and 900, brought back to five calls.
    expect(share(1)).toBeCloseTo((25 * 5) / 1_000, 10);
    expect(share(5)).toBeCloseTo((900 * 5) / 1_000, 10);
    expect(truths.get(6)?.complaint_risk_flag).toEqual({ isTrue: true, share: 0 });
    expect(truths.has(7)).toBe(false);
  });

  test('the share of true calls is the population’s, however unevenly people judged (fast-check)', () => {
    const judged = fc.record({
      raisedYes: fc.integer({ min: 1, max: 40 }),
      raisedNo: fc.integer({ min: 1, max: 40 }),
      randomYes: fc.integer({ min: 0, max: 5 }),
      randomNo: fc.integer({ min: 1, max: 20 }),
      missed: fc.nat(30),
    });
    fc.assert(
      fc.property(judged, ({ raisedYes, raisedNo, randomYes, randomNo, missed }) => {
        let id = 0;
        const some = (count: number, overrides: Partial<DecidedCall>): DecidedCall[] =>
          Array.from({ length: count }, () => decided((id += 1), overrides));
        const truths = feedbackTruths(
          [
            ...some(raisedYes, {}),
            ...some(raisedNo, { verdict: 'no' }),
            ...some(randomYes, { wasRaised: false, isRandom: true }),
            ...some(randomNo, { wasRaised: false, isRandom: true, verdict: 'no' }),
            ...some(missed, { wasRaised: false }),
          ],
          COUNTS,
        );
        const known = [...truths.values()].flatMap(({ complaint_risk_flag: one }) => one ?? []);
        const total = known.reduce((sum, { share }) => sum + share, 0);
        const yes = known.reduce((sum, { share, isTrue }) => sum + (isTrue ? share : 0), 0);
        const expected =
          (100 * raisedYes) / (raisedYes + raisedNo) + (900 * randomYes) / (randomYes + randomNo);
        expect(total).toBeCloseTo(raisedYes + raisedNo + randomYes + randomNo, 6);
        expect(yes / total).toBeCloseTo(expected / 1_000, 6);
      }),
    );
  });
});

describe('a curve corrected by judgements', () => {
  const PRESENT = { slope: 1, shift: 0, threshold: 0.4 };
  /** Calls over the whole range whose truth follows a curve, without chance: each probability with both answers, by share. */
  const following = (slope: number, shift: number, times: number): Judged[] =>
    [0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98].flatMap((probability) => {
      const truth = sigmoid(slope * logit(probability) + shift);
      return [
        { probability, isTrue: true, share: truth * times },
        { probability, isTrue: false, share: (1 - truth) * times },
      ];
    });

  test('stays where it is right, with the line on the same calls', () => {
    const { slope, shift, threshold } = correctCalibration(PRESENT, following(1, 0, 10));
    expect(slope).toBeCloseTo(1, 2);
    expect(shift).toBeCloseTo(0, 2);
    expect(threshold).toBeCloseTo(0.4, 2);
  });

  test('follows what people see: doubtful where it was too sure, higher where it was too low', () => {
    const sure = correctCalibration(PRESENT, following(0.4, 0, 10));
    expect(sure.slope).toBeGreaterThan(0.4);
    expect(sure.slope).toBeLessThan(0.7);
    const low = correctCalibration(PRESENT, following(1, 2, 10));
    expect(low.shift).toBeGreaterThan(1.2);
  });

  test('moves further with more judgements, and little with few', () => {
    const shifts = [1, 10, 100].map((times) => correctCalibration(PRESENT, following(1, 2, times)).shift);
    expect(shifts).toEqual(shifts.toSorted((a, b) => a - b));
    expect(shifts[0]).toBeLessThan(0.6);
    expect(shifts[2]).toBeGreaterThan(1.8);
  });

  test('a line moves only where another is clearly better: three calls of three are luck, ten of ten are not', () => {
    /** All calls between the lines are true: a lower line would raise them rightly. */
    const below = (count: number): Judged[] => [
      ...Array.from({ length: count }, () => ({ probability: 0.3, isTrue: true })),
      ...Array.from({ length: 40 }, () => ({ probability: 0.05, isTrue: false })),
      ...Array.from({ length: 40 }, () => ({ probability: 0.9, isTrue: true })),
    ];
    const raisesThem = (count: number): boolean => {
      const { slope, shift, threshold } = correctCalibration(PRESENT, below(count));
      return sigmoid(slope * logit(0.3) + shift) >= threshold;
    };
    expect(raisesThem(3)).toBe(false);
    expect(raisesThem(10)).toBe(true);
  });

  test('never turns round, also when every judgement contradicts it', () => {
    const against = [0.05, 0.2, 0.8, 0.95].map((probability) => ({ probability, isTrue: probability < 0.5 }));
    expect(correctCalibration(PRESENT, against).slope).toBeGreaterThanOrEqual(0);
  });
});

describe('a model corrected by judged calls', () => {
  let ruleset: Ruleset;
  let file: ModelFile;
  let lessons: Lesson[];
  beforeAll(() => {
    const files = readRulesetFiles();
    ruleset = compileRuleset(files);
    file = readModelFile(files);
    lessons = labelledLessons(ownCalls(), ruleset);
  });

  /** The model with the complaint's curve so low that hardly anything is raised. */
  const spoiled = (): ModelFile => {
    const complaint = file.calibration['complaint'] ?? { slope: 1, shift: 0, threshold: 0.5 };
    return {
      ...file,
      calibration: { ...file.calibration, complaint: { ...complaint, shift: complaint.shift - 8 } },
    };
  };

  test('finds again what a spoiled curve had lost, and leaves everything else as it is', () => {
    const base = spoiled();
    // Too few for the words, which take longer.
    const some = lessons.slice(0, 110);
    const options = { minCalls: 60, about: 'calibrated in a test' };
    const result = calibrateModel(some, base, options);

    const complaint = result.figures.find(({ metric }) => metric === 'complaint_risk_flag');
    expect(result.adopted).toContain('complaint_risk_flag');
    expect(complaint?.after.brier.value).toBeLessThan((complaint?.before.brier.value ?? 0) / 2);
    expect(complaint?.after.recall.value).toBeGreaterThan((complaint?.before.recall.value ?? 1) + 0.2);
    expect(complaint?.after.brier.low).toBeLessThanOrEqual(complaint?.after.brier.value ?? 0);

    const { model } = result;
    expect(model?.about).toBe(`${base.about}; calibrated in a test`);
    expect(model?.calibration['irritation']).toEqual(base.calibration['irritation']);
    expect(model?.hints).toEqual(base.hints);
    const again = calibrateModel(some, base, options);
    expect(again.model && modelText(again.model)).toBe(model && modelText(model));
    expect(() => model && compileModel(model)).not.toThrow();
  });

  /** The feature of a word whose calls are nearest to four in ten. */
  const commonWord = (): number => {
    const { features, units } = ruleset.model;
    const counts = new Map<number, number>();
    for (const column of lessons.flatMap(({ row }) => [...row.columns])) {
      if (featureName(features.keyOf(column), units).startsWith('stem|client|'))
        counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    const far = (count: number): number => Math.abs(count / lessons.length - 0.4);
    const [[column = 0] = []] = [...counts].toSorted(([, a], [, b]) => far(a) - far(b));
    return column;
  };

  test('learns words where there are hundreds of calls: a metric that this clinic understands in another way', () => {
    const word = commonWord();
    const judged = lessons.map((lesson): Lesson => {
      const isTrue = lesson.row.columns.includes(word);
      return { ...lesson, truths: { complaint_risk_flag: { isTrue, share: 1 } } };
    });
    expect(judged.length).toBeGreaterThanOrEqual(MIN_CALLS_FOR_WORDS);

    const { figures, worded, model } = calibrateModel(judged, file, { minCalls: 60, about: '' });

    expect(worded).toEqual(['complaint_risk_flag']);
    const [only] = figures;
    expect(only?.after.brier.value).toBeLessThan((only?.before.brier.value ?? 0) * 0.8);
    // Only the weights of the one question change.
    const column = file.targets.indexOf('complaint');
    const without = (flat: readonly number[]): string =>
      JSON.stringify(
        flat.flatMap((target, at) => (at % 2 === 0 && target !== column ? [target, flat[at + 1]] : [])),
      );
    expect(Object.entries(model?.features ?? {}).map(([name, flat]) => [name, without(flat)])).toEqual(
      Object.entries(file.features).map(([name, flat]) => [name, without(flat)]),
    );
  }, 60_000);

  test('is not written where there is too little, and says what there is', () => {
    const few = lessons.slice(0, 40);
    const result = calibrateModel(few, file, { minCalls: 60, about: '' });
    expect(result).toMatchObject({ figures: [], adopted: [], model: null });
    expect(result.materials.map(({ calls }) => calls)).toEqual([40, 40, 40, 40, 40]);
  });

  test('needs calls that are not raised: precision alone tells nothing of what is missed', () => {
    const material = { metric: 'churn_risk_level', calls: 100, yes: 60, no: 40, pickedOut: 50 } as const;
    expect(isEnough({ ...material, unraised: MIN_UNRAISED - 1 }, 60)).toBe(false);
    expect(isEnough({ ...material, unraised: MIN_UNRAISED }, 60)).toBe(true);
    expect(isEnough({ ...material, unraised: 50, yes: 96, no: 4 }, 60)).toBe(false);
  });
});

test('calls that taught the model are judged by words that have not seen them', () => {
  const files = readRulesetFiles();
  const ruleset = compileRuleset(files);
  const calls = ownCalls().slice(0, 36);
  const remembered = labelledLessons(calls, ruleset);
  const unseen = unseenLessons(calls, { files, ruleset });
  expect(unseen.map(({ historyId }) => historyId)).toEqual(remembered.map(({ historyId }) => historyId));
  const column = ruleset.model.targetIndex.get('followup') ?? -1;
  /** How sure of the right answer. */
  const sureness = (some: readonly Lesson[]): number =>
    some.reduce((sum, { sums, truths }) => {
      const odds = sums[column] ?? 0;
      return sum + (truths.followup_needed_flag?.isTrue === true ? odds : -odds);
    }, 0) / some.length;
  expect(sureness(unseen)).toBeLessThan(sureness(remembered));
}, 60_000);
