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
import { OUTCOME_VOTE, REASON_VOTE } from '../model/together.js';
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

/** What is likely of a call when all answers are decided together. */
export interface Joint {
  /** In the order of `DIALOGUE_OUTCOMES`. */
  readonly outcomes: readonly number[];
  /** In the order of `YES_NO_TARGETS`. */
  readonly labels: readonly number[];
  /** In the order of `FOLLOWUP_REASONS`; they add up to the chance of a follow-up. */
  readonly reasons: readonly number[];
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

/** What each answer of one call says for itself, as logarithms against its share in all calls. */
interface Votes {
  readonly outcome: readonly number[];
  readonly yes: readonly number[];
  readonly no: readonly number[];
  readonly reason: readonly number[];
}

/** Keeps a logarithm finite. */
const TINY = 1e-9;

const readVotes = (model: LinearModel, sums: Row): Votes => {
  const { together: all } = model;
  const against = (logits: readonly number[], shares: Row, weight: number): number[] =>
    softmax(logits).map((share, at) => weight * (Math.log(share + TINY) - (shares[at] ?? 0)));
  const own = model.columns.yesNo.map((column) => sigmoid(sums[column] ?? 0));
  const vote = (share: number, at: number, shares: Row): number =>
    (all.votes[at] ?? 0) * (Math.log(share + TINY) - (shares[at] ?? 0));
  return {
    outcome: against(choiceLogits(model, sums, 'outcome'), all.outcomeShares, OUTCOME_VOTE),
    yes: own.map((share, at) => vote(share, at, all.yesShares)),
    no: own.map((share, at) => vote(1 - share, at, all.noShares)),
    reason: against(choiceLogits(model, sums, 'followup_reason'), all.reasonShares, REASON_VOTE),
  };
};

/** How likely each set of answers is; the shares add up to 1. */
const weighSets = (model: LinearModel, sums: Row): number[] => {
  const { outcome, reason, answers, commonness } = model.together;
  const votes = readVotes(model, sums);
  const labels = YES_NO_TARGETS.length;
  const scores = Array.from(commonness);
  for (let set = 0; set < outcome.length; set += 1) {
    let score = (scores[set] ?? 0) + (votes.outcome[outcome[set] ?? 0] ?? 0);
    const why = reason[set] ?? -1;
    if (why >= 0) score += votes.reason[why] ?? 0;
    for (let at = 0; at < labels; at += 1)
      score += (answers[set * labels + at] === 1 ? votes.yes[at] : votes.no[at]) ?? 0;
    scores[set] = score;
  }
  return softmax(scores);
};

/** A further need goes with no set of answers, only with how calls end. */
const crossSell = ({ together, columns }: LinearModel, sums: Row, outcomes: readonly number[]): number => {
  const own = sigmoid(sums[columns.yesNo[INDEX.cross_sell] ?? -1] ?? 0);
  return outcomes.reduce((sum, share, at) => {
    const yes = own * (together.crossYes[at] ?? 1);
    const no = (1 - own) * (together.crossNo[at] ?? 1);
    return sum + (share * yes) / (yes + no);
  }, 0);
};

const judgeAlone = (model: LinearModel, sums: Row): Joint => ({
  outcomes: softmax(choiceLogits(model, sums, 'outcome')),
  labels: model.columns.yesNo.map((column) => sigmoid(sums[column] ?? 0)),
  reasons: softmax(choiceLogits(model, sums, 'followup_reason')),
});

/**
 * Outcome and labels judged together: each has its own vote from the words, and labelled calls teach which answers go
 * together (an open lead is followed up, a stated price is a lost booking, who leaves in anger cancels). Exact: the sets
 * of answers that calls have are few, so all of them are weighed.
 */
export const judgeTogether = (model: LinearModel, sums: Row): Joint => {
  const { outcome, reason, answers } = model.together;
  if (outcome.length === 0) return judgeAlone(model, sums);
  const outcomes = DIALOGUE_OUTCOMES.map(() => 0);
  const labels = YES_NO_TARGETS.map(() => 0);
  const reasons = FOLLOWUP_REASONS.map(() => 0);
  const shares = weighSets(model, sums);
  for (let set = 0; set < shares.length; set += 1) {
    const share = shares[set] ?? 0;
    outcomes[outcome[set] ?? 0] = (outcomes[outcome[set] ?? 0] ?? 0) + share;
    const why = reason[set] ?? -1;
    if (why >= 0) reasons[why] = (reasons[why] ?? 0) + share;
    for (let at = 0; at < labels.length; at += 1)
      labels[at] = (labels[at] ?? 0) + share * (answers[set * labels.length + at] ?? 0);
  }
  labels[INDEX.cross_sell] = crossSell(model, sums, outcomes);
  return { outcomes, labels, reasons };
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
  /** The operator offered another day, or the client one. */
  readonly offeredAnotherDate: boolean;
}

/**
 * Can a booking be lost in a call with this outcome? A cancelled one only when the client goes elsewhere, which is
 * when he may leave the clinic too, or when nobody offered another date: not by illness or a journey.
 */
const canBeLost = (
  outcome: DialogueOutcome,
  leaves: boolean,
  { offeredAnotherDate }: Circumstances,
): boolean =>
  outcome === 'lead_no_record' ||
  outcome === 'refusal' ||
  outcome === 'complaint' ||
  (outcome === 'cancel' && (leaves || !offeredAnotherDate));

/** What the labels' guide rules out, whatever the votes: an open lead is always followed up, and so on. */
const tidy = (
  outcome: DialogueOutcome,
  raised: Record<YesNoTarget, boolean>,
  circumstances: Circumstances,
): Record<YesNoTarget, boolean> => {
  const target = outcome !== 'non_target' && raised.target;
  const isPossible = canBeLost(outcome, raised.churn_high, circumstances);
  const lost = target && isPossible && (raised.lost || (outcome === 'cancel' && raised.churn_high));
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
  const followupReason = FOLLOWUP_REASONS[indexOfLargest(joint.reasons)] ?? 'client_thinks';
  const raised = byTarget(
    (at) => (calibratedLabels[at] ?? 0) >= thresholdOf(model, YES_NO_TARGETS[at] ?? 'target'),
  );
  return {
    outcome,
    outcomeProbability: joint.outcomes,
    probability,
    raised: tidy(outcome, raised, circumstances),
    isLossPossible: canBeLost(outcome, raised.churn_high, circumstances),
    followupReason,
    lossReason: followupReason === 'price' ? 'price' : bestOf(model, sums, 'loss_reason', LOSS_REASONS),
  };
};
