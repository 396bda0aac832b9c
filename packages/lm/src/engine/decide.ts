import type { FollowupReason, LossReason } from '@perezvon/contracts';
import { FOLLOWUP_REASONS, LOSS_REASONS } from '@perezvon/contracts';
import type { LinearModel, Row } from '../model/linear-model.js';
import {
  choiceTarget,
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
  readonly outcomeProbability: Readonly<Record<DialogueOutcome, number>>;
  /** Calibrated, 0–1. */
  readonly probability: Readonly<Record<YesNoTarget, number>>;
  readonly raised: Readonly<Record<YesNoTarget, boolean>>;
  readonly isLossPossible: boolean;
  readonly followupReason: FollowupReason;
  readonly lossReason: LossReason;
}

const DEFAULT_CALIBRATION = { slope: 1, shift: 0, threshold: 0.5 };

const choiceLogits = (model: LinearModel, sums: Row, choice: Choice, values: readonly string[]): number[] =>
  values.map((value) => sums[model.targetIndex.get(choiceTarget(choice, value)) ?? -1] ?? 0);

const yesNo = (model: LinearModel, sums: Row, target: YesNoTarget): number =>
  sigmoid(sums[model.targetIndex.get(target) ?? -1] ?? 0);

const EVEN: readonly [number, number] = [1, 1];

const leaning = (model: LinearModel, target: YesNoTarget, outcome: number): readonly [number, number] =>
  model.leanings.get(target)?.[outcome] ?? EVEN;

export interface Joint {
  readonly outcomes: number[];
  readonly labels: Readonly<Record<YesNoTarget, number>>;
}

const record = <Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;

/**
 * Outcome and labels judged together: each has its own vote from the words, and calls teach which go together
 * (an open lead is followed up, a booked call is not lost). Exact: given the outcome the labels are independent.
 */
export const judgeTogether = (model: LinearModel, sums: Row): Joint => {
  const own = record(YES_NO_TARGETS, (target) => yesNo(model, sums, target));
  const prior = softmax(choiceLogits(model, sums, 'outcome', DIALOGUE_OUTCOMES));
  const yes = record(YES_NO_TARGETS, () => 0);
  const weights = DIALOGUE_OUTCOMES.map((_, index) => {
    let weight = prior[index] ?? 0;
    for (const target of YES_NO_TARGETS) {
      const [forYes, forNo] = leaning(model, target, index);
      weight *= own[target] * forYes + (1 - own[target]) * forNo;
    }
    return weight;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const outcomes = weights.map((weight) => weight / total);
  for (const target of YES_NO_TARGETS) {
    yes[target] = DIALOGUE_OUTCOMES.reduce((sum, _, index) => {
      const [forYes, forNo] = leaning(model, target, index);
      const yesWeight = own[target] * forYes;
      return sum + ((outcomes[index] ?? 0) * yesWeight) / (yesWeight + (1 - own[target]) * forNo);
    }, 0);
  }
  return { outcomes, labels: yes };
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
): Value => values[indexOfLargest(choiceLogits(model, sums, choice, values))] ?? values[0];

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
  const probability = record(YES_NO_TARGETS, (target) => calibrated(model, target, joint.labels[target]));
  const raised = record(YES_NO_TARGETS, (target) => probability[target] >= thresholdOf(model, target));
  return {
    outcome,
    outcomeProbability: record(
      DIALOGUE_OUTCOMES,
      (one) => joint.outcomes[DIALOGUE_OUTCOMES.indexOf(one)] ?? 0,
    ),
    probability,
    raised: tidy(outcome, raised, circumstances),
    isLossPossible: canBeLost(outcome, circumstances),
    followupReason: bestOf(model, sums, 'followup_reason', FOLLOWUP_REASONS),
    lossReason: bestOf(model, sums, 'loss_reason', LOSS_REASONS),
  };
};
