import { CHOICES, type Choice, type YesNoTarget } from '../model/model-file.js';
import type { Labels } from './labelled.js';

const YES_NO: Readonly<Record<YesNoTarget, (labels: Labels) => boolean>> = {
  target: (labels) => labels.is_target === true,
  complaint: (labels) => labels.complaint_risk === 'high',
  irritation: (labels) => labels.complaint_risk === 'high' || labels.complaint_risk === 'low',
  followup: (labels) => labels.followup_needed === true,
  lost: (labels) => labels.lost_opportunity === true,
  churn_high: (labels) => labels.churn_risk === 'high',
  churn_medium: (labels) => labels.churn_risk === 'high' || labels.churn_risk === 'medium',
  cross_sell: (labels) => labels.cross_sell === true,
};

/** The label's answer to every yes/no question of the model. */
export const yesNoAnswer = (labels: Labels, target: YesNoTarget): boolean => YES_NO[target](labels);

/** The label's answer to a choice, as an index into its values; −1 when the choice does not arise. */
export const choiceAnswer = (labels: Labels, choice: Choice): number => {
  const value = {
    outcome: labels.outcome,
    followup_reason: labels.followup_reason,
    loss_reason: labels.loss_reason,
  }[choice];
  const values: readonly string[] = CHOICES[choice];
  return value === null ? -1 : values.indexOf(value);
};
