import type { Decision } from '../engine/decide.js';
import { DIALOGUE_OUTCOMES } from '../model/model-file.js';
import type { WeightsSource } from '../rules/schema.js';

/** Probabilities are told to the thousandth: more would pretend to a precision that is not there. */
const STEPS = 1000;
export const roundProbability = (probability: number): number =>
  Math.round(Math.min(1, Math.max(0, probability)) * STEPS) / STEPS;

/** A lost opportunity books half as often as another open lead. */
const LOST_SHARE = 0.5;
const LEAD = DIALOGUE_OUTCOMES.indexOf('lead_no_record');

/** 0–1: chance that this client books within 14 days, over all outcomes the call may have had. */
export const conversionForecast = (
  { outcomeProbability, probability }: Decision,
  weights: WeightsSource,
): number => {
  const bare = DIALOGUE_OUTCOMES.reduce(
    (sum, outcome, at) => sum + (outcomeProbability[at] ?? 0) * (weights.books_within_14_days[outcome] ?? 0),
    0,
  );
  const open = (outcomeProbability[LEAD] ?? 0) * (weights.books_within_14_days.lead_no_record ?? 0);
  return roundProbability(bare - open * LOST_SHARE * probability.lost);
};

/** 0–1: chance of a second contact. */
export const secondContact = (
  { outcomeProbability, probability }: Decision,
  weights: WeightsSource,
): number => {
  const otherwise = DIALOGUE_OUTCOMES.reduce(
    (sum, outcome, at) => sum + (outcomeProbability[at] ?? 0) * (weights.second_contact[outcome] ?? 0),
    0,
  );
  return roundProbability(
    probability.followup * weights.second_contact_followup + (1 - probability.followup) * otherwise,
  );
};
