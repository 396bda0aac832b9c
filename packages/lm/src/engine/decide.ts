import type { FollowupReason, LossReason } from '@perezvon/contracts';
import { FOLLOWUP_REASONS, LOSS_REASONS } from '@perezvon/contracts';
import type { LinearModel, Row } from '../model/linear-model.js';
import {
  DEFAULT_CALIBRATION,
  DIALOGUE_OUTCOMES,
  YES_NO_TARGETS,
  type Choice,
  type DialogueOutcome,
  type YesNoTarget,
} from '../model/model-file.js';
import { indexOfLargest, logit, sigmoid, softmax } from '../model/probability.js';

/** What the model makes of a dialogue before metrics are written down. */
export interface Decision {
  readonly outcome: DialogueOutcome;
  /** 0–1, in the order of `DIALOGUE_OUTCOMES`. */
  readonly outcomeProbability: readonly number[];
  /** Calibrated, 0–1. */
  readonly probability: Readonly<Record<YesNoTarget, number>>;
  readonly raised: Readonly<Record<YesNoTarget, boolean>>;
  readonly isLossPossible: boolean;
  readonly followupReason: FollowupReason;
  readonly lossReason: LossReason;
}

const choiceLogits = ({ columns }: LinearModel, sums: Row, choice: Choice): number[] =>
  columns.choices[choice].map((column) => sums[column] ?? 0);

/** Outcome probabilities in the order of `DIALOGUE_OUTCOMES`, labels in the order of `YES_NO_TARGETS`. */
export interface Joint {
  readonly outcomes: readonly number[];
  readonly labels: readonly number[];
}

/** Spelled out, so that every record has the same shape and none is made of pairs: this runs for every call. */
const byTarget = <Value>(valueOf: (index: number) => Value): Record<YesNoTarget, Value> => ({
  target: valueOf(INDEX.target),
  complaint: valueOf(INDEX.complaint),
  irritation: valueOf(INDEX.irritation),
  followup: valueOf(INDEX.followup),
  lost: valueOf(INDEX.lost),
  churn_high: valueOf(INDEX.churn_high),
  churn_medium: valueOf(INDEX.churn_medium),
  cross_sell: valueOf(INDEX.cross_sell),
});
const placeOf = (target: YesNoTarget): number => YES_NO_TARGETS.indexOf(target);
const INDEX: Readonly<Record<YesNoTarget, number>> = {
  target: placeOf('target'),
  complaint: placeOf('complaint'),
  irritation: placeOf('irritation'),
  followup: placeOf('followup'),
  lost: placeOf('lost'),
  churn_high: placeOf('churn_high'),
  churn_medium: placeOf('churn_medium'),
  cross_sell: placeOf('cross_sell'),
};

const outcomeWeights = (model: LinearModel, prior: readonly number[], own: readonly number[]): number[] =>
  prior.map((share, outcome) => {
    let weight = share;
    for (let at = 0; at < own.length; at += 1) {
      const leaning = model.leanings[at];
      const yes = own[at] ?? 0;
      weight *= yes * (leaning?.yes[outcome] ?? 1) + (1 - yes) * (leaning?.no[outcome] ?? 1);
    }
    return weight;
  });

/**
 * Outcome and labels judged together: each has its own vote from the words, and calls teach which go together
 * (an open lead is followed up, a booked call is not lost). Exact: given the outcome the labels are independent.
 */
export const judgeTogether = (model: LinearModel, sums: Row): Joint => {
  const own = model.columns.yesNo.map((column) => sigmoid(sums[column] ?? 0));
  const weights = outcomeWeights(model, softmax(choiceLogits(model, sums, 'outcome')), own);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const outcomes = weights.map((weight) => weight / total);
  const labels = own.map((yes, at) => {
    const leaning = model.leanings[at];
    let sum = 0;
    for (let outcome = 0; outcome < outcomes.length; outcome += 1) {
      const yesWeight = yes * (leaning?.yes[outcome] ?? 1);
      const noWeight = (1 - yes) * (leaning?.no[outcome] ?? 1);
      sum += ((outcomes[outcome] ?? 0) * yesWeight) / (yesWeight + noWeight);
    }
    return sum;
  });
  return { outcomes, labels };
};

export const calibrated = (model: LinearModel, target: string, probability: number): number => {
  const { slope, shift } = model.calibration[target] ?? DEFAULT_CALIBRATION;
  return sigmoid(slope * logit(probability) + shift);
};

export const thresholdOf = (model: LinearModel, target: string): number =>
  (model.calibration[target] ?? DEFAULT_CALIBRATION).threshold;

const bestOf = <Value extends string>(
  model: LinearModel,
  sums: Row,
  choice: Choice,
  values: readonly [Value, ...Value[]],
): Value => values[indexOfLargest(choiceLogits(model, sums, choice))] ?? values[0];

/** What the words say of the talk that decides which answers are possible at all. */
export interface Circumstances {
  /** The client named another place, a price, a doubt or a grievance, or the operator offered no other date. */
  readonly cancelHasReason: boolean;
}

/** Outcomes in which a booking can be lost; a cancelled one is lost only for a reason, not by illness or a journey. */
export const canBeLost = (outcome: DialogueOutcome, { cancelHasReason }: Circumstances): boolean =>
  outcome === 'lead_no_record' ||
  outcome === 'refusal' ||
  outcome === 'complaint' ||
  (outcome === 'cancel' && cancelHasReason);

/** What the labels' guide rules out, whatever the votes: an open lead is always followed up, and so on. */
const tidy = (
  outcome: DialogueOutcome,
  raised: Record<YesNoTarget, boolean>,
  circumstances: Circumstances,
): Record<YesNoTarget, boolean> => {
  const target = outcome !== 'non_target' && raised.target;
  const lost = target && raised.lost && canBeLost(outcome, circumstances);
  return {
    ...raised,
    target,
    lost,
    followup: outcome === 'lead_no_record' || (target && outcome !== 'refusal' && raised.followup),
    irritation: raised.irritation || raised.complaint,
    churn_medium: raised.churn_medium || raised.churn_high,
    cross_sell: target && raised.cross_sell,
  };
};

/** Decides outcome, flags and reasons from the model's log-odds. */
export const decide = (model: LinearModel, sums: Row, circumstances: Circumstances): Decision => {
  const joint = judgeTogether(model, sums);
  const outcome = DIALOGUE_OUTCOMES[indexOfLargest(joint.outcomes)] ?? 'info_only';
  const calibratedLabels = YES_NO_TARGETS.map((target, at) =>
    calibrated(model, target, joint.labels[at] ?? 0),
  );
  const probability = byTarget((at) => calibratedLabels[at] ?? 0);
  const raised = byTarget(
    (at) => (calibratedLabels[at] ?? 0) >= thresholdOf(model, YES_NO_TARGETS[at] ?? 'target'),
  );
  return {
    outcome,
    outcomeProbability: joint.outcomes,
    probability,
    raised: tidy(outcome, raised, circumstances),
    isLossPossible: canBeLost(outcome, circumstances),
    followupReason: bestOf(model, sums, 'followup_reason', FOLLOWUP_REASONS),
    lossReason: bestOf(model, sums, 'loss_reason', LOSS_REASONS),
  };
};
