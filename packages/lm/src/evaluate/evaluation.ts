import type { CallScore } from '@perezvon/contracts';
import type { Labels } from '../fit/labelled.js';
import { JUDGED_LABELS, labelSays, scoreSays, type JudgedLabel } from './compare.js';

/** One call beside its label. */
export interface Pair {
  readonly labels: Labels;
  readonly score: CallScore;
}

export interface LabelResult {
  readonly label: JudgedLabel;
  /** Calls in which the label is true. */
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** history_id of what was raised wrongly and what was missed. */
  readonly wrong: readonly number[];
  readonly missed: readonly number[];
}

export interface Share {
  readonly name: string;
  readonly right: number;
  readonly n: number;
  readonly wrong: readonly { readonly id: number; readonly expected: string; readonly got: string }[];
}

export interface Evaluation {
  readonly labels: readonly LabelResult[];
  readonly macroF1: number;
  readonly shares: readonly Share[];
  /** Mean squared error of a probability against what it foretells. */
  readonly brier: readonly { readonly name: string; readonly value: number; readonly n: number }[];
}

/** Nothing raised, nothing to raise: that is right. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

const evaluateLabel = (pairs: readonly Pair[], label: JudgedLabel): LabelResult => {
  const wrong: number[] = [];
  const missed: number[] = [];
  let hits = 0;
  for (const { labels, score } of pairs) {
    const says = labelSays(labels, label) === true;
    const raised = scoreSays(score, label);
    if (says && raised) hits += 1;
    else if (raised) wrong.push(score.history_id);
    else if (says) missed.push(score.history_id);
  }
  const precision = ratio(hits, hits + wrong.length);
  const recall = ratio(hits, hits + missed.length);
  return {
    label,
    n: hits + missed.length,
    precision,
    recall,
    f1: ratio(2 * hits, 2 * hits + wrong.length + missed.length),
    wrong,
    missed,
  };
};

const shareOf = (
  name: string,
  pairs: readonly Pair[],
  expected: (labels: Labels) => string | null,
  got: (score: CallScore) => string | null,
): Share => {
  const asked = pairs.flatMap(({ labels, score }) => {
    const truth = expected(labels);
    return truth === null ? [] : [{ id: score.history_id, expected: truth, got: got(score) ?? 'none' }];
  });
  const wrong = asked.filter((one) => one.expected !== one.got);
  return { name, right: asked.length - wrong.length, n: asked.length, wrong };
};

const brierOf = (
  name: string,
  pairs: readonly Pair[],
  probability: (score: CallScore) => number | null,
  truth: (labels: Labels) => boolean,
): Evaluation['brier'][number] => {
  const errors = pairs.flatMap(({ labels, score }) => {
    const value = labels.valid_dialogue ? probability(score) : null;
    return value === null ? [] : [(value - (truth(labels) ? 1 : 0)) ** 2];
  });
  return {
    name,
    value: ratio(
      errors.reduce((sum, error) => sum + error, 0),
      errors.length,
    ),
    n: errors.length,
  };
};

/** Labels that make up the macro F1: what people act on. */
const MACRO: ReadonlySet<JudgedLabel> = new Set([
  'complaint_high',
  'followup',
  'lost',
  'churn_high',
  'cross_sell',
]);

/** Compares scores with labels. */
export const evaluate = (pairs: readonly Pair[]): Evaluation => {
  const labels = JUDGED_LABELS.map((label) => evaluateLabel(pairs, label));
  const macro = labels.filter(({ label }) => MACRO.has(label));
  return {
    labels,
    macroF1: ratio(
      macro.reduce((sum, { f1 }) => sum + f1, 0),
      macro.length,
    ),
    shares: [
      shareOf(
        'outcome',
        pairs,
        ({ outcome }) => outcome,
        ({ outcome }) => outcome,
      ),
      shareOf(
        'followup_reason',
        pairs,
        (one) => one.followup_reason,
        ({ metrics }) => metrics.followup_reason,
      ),
      shareOf(
        'loss_reason',
        pairs,
        (one) => one.loss_reason,
        ({ metrics }) => metrics.loss_reason,
      ),
      shareOf(
        'churn_level',
        pairs,
        (one) => one.churn_risk,
        ({ metrics }) => (metrics.churn_risk_level === 'critical' ? 'high' : metrics.churn_risk_level),
      ),
    ],
    brier: [
      brierOf(
        'complaint_prob',
        pairs,
        ({ metrics }) => metrics.complaint_prob,
        (one) => one.complaint_risk === 'high',
      ),
      brierOf(
        'conversion_prob_forecast (booked in the call)',
        pairs,
        ({ metrics }) => metrics.conversion_prob_forecast,
        (one) => one.outcome === 'record' || one.outcome === 'reschedule',
      ),
      brierOf(
        'second_call_prob (follow-up needed)',
        pairs,
        ({ metrics }) => metrics.second_call_prob,
        (one) => one.followup_needed === true,
      ),
    ],
  };
};
