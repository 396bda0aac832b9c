import { CHURN_LEVEL_FROM, METRICS, type ChurnLevel } from '@perezvon/contracts';
import type { Decision } from '../engine/decide.js';
import { scoreOn } from './scale.js';

const FULL = 100;
/** Within a band the score follows the probability; the band itself follows the decision. */
const band = (
  isIn: boolean,
  probability: number,
  threshold: number,
  [from, to]: readonly [number, number],
): number | null => {
  if (!isIn) return null;
  return Math.min(
    to - 1,
    scoreOn(
      [
        [Math.min(threshold, probability), from],
        [1, to],
      ],
      probability,
    ),
  );
};

const lowBand = (probability: number, threshold: number, to: number): number =>
  Math.max(
    0,
    Math.min(
      to - 1,
      scoreOn(
        [
          [0, 0],
          [Math.max(threshold, probability), to],
        ],
        probability,
      ),
    ),
  );

export interface Thresholds {
  readonly of: (
    target: 'complaint' | 'irritation' | 'lost' | 'churn_high' | 'churn_medium' | 'cross_sell',
  ) => number;
}

/** 0–100: at or over 60 exactly when the complaint flag is raised, 30–59 for irritation or a settled grievance. */
export const complaintScore = ({ raised, probability }: Decision, thresholds: Thresholds): number => {
  const { red, yellow } = METRICS.complaint_risk_score;
  return (
    band(raised.complaint, probability.complaint, thresholds.of('complaint'), [red, FULL + 1]) ??
    band(raised.irritation, probability.irritation, thresholds.of('irritation'), [yellow, red]) ??
    lowBand(probability.irritation, thresholds.of('irritation'), yellow)
  );
};

/** 0–100 on the same lines as the level: medium 30, high 60, critical 85. */
export const churnScore = ({ raised, probability }: Decision, thresholds: Thresholds): number => {
  const { medium, high } = CHURN_LEVEL_FROM;
  return (
    band(raised.churn_high, probability.churn_high, thresholds.of('churn_high'), [high, FULL + 1]) ??
    band(raised.churn_medium, probability.churn_medium, thresholds.of('churn_medium'), [medium, high]) ??
    lowBand(probability.churn_medium, thresholds.of('churn_medium'), medium)
  );
};

export const churnLevel = (score: number): ChurnLevel => {
  if (score >= CHURN_LEVEL_FROM.critical) return 'critical';
  if (score >= CHURN_LEVEL_FROM.high) return 'high';
  return score >= CHURN_LEVEL_FROM.medium ? 'medium' : 'low';
};

/** A metric is near its red line from this share of the threshold's probability on. */
const NEAR = 0.55;

const nearBandScore = (
  isRaised: boolean,
  probability: number,
  threshold: number,
  { red, yellow }: { readonly red: number; readonly yellow: number },
): number =>
  band(isRaised, probability, threshold, [red, FULL + 1]) ??
  band(probability >= threshold * NEAR, probability, threshold * NEAR, [yellow, red]) ??
  lowBand(probability, threshold * NEAR, yellow);

/** 0–100: red (≥ 60) when a booking within reach was lost or is about to be, yellow (≥ 40) when that is near. */
export const lostScore = (
  { raised, probability, isLossPossible }: Decision,
  thresholds: Thresholds,
): number =>
  isLossPossible
    ? nearBandScore(raised.lost, probability.lost, thresholds.of('lost'), METRICS.lost_opportunity_score)
    : 0;

/** 0–100: red (≥ 60) when the client showed a further need that was not booked. */
export const crossSellScore = ({ raised, probability }: Decision, thresholds: Thresholds): number =>
  nearBandScore(
    raised.cross_sell,
    probability.cross_sell,
    thresholds.of('cross_sell'),
    METRICS.cross_sell_potential,
  );
