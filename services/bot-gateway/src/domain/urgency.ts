import { METRICS } from '@perezvon/contracts';
import { DAY_MS } from './durations.js';

/** What makes a call worth hearing before others. */
export interface Urgency {
  /** 0–100; null when it cannot be known. */
  complaintRisk: number | null;
  churnRisk: number | null;
  lostOpportunity: number | null;
  /** Somebody has to call back. */
  needsCallback: boolean;
  /** Which of the client's own calls within a month a complaint is; null: it is none, or that is not known. */
  clientCallNumber: number | null;
  /** How long ago the call was; 0 or more. */
  waitedMs: number;
  /** Somebody has an open assignment for it. */
  isOwned: boolean;
}

/**
 * What counts how much, in points of a score. Red lines and gates are the metrics' own; these are judgements of ours,
 * each with its reason, kept together so that one can be changed without reading the code.
 */
const URGENCY = {
  risk: {
    /** A complaint costs the most: it is public, may become a legal matter, and the client waits for a word. */
    complaint: 1,
    /** A client who leaves takes his later visits along; half, because the words are often the complaint's own. */
    churn: 0.5,
    /** An unanswered grievance grows: a tenth of its points a day … */
    growthADay: 0.1,
    /** … for three days; by then people have written their review. */
    growthDays: 3,
    /**
     * Who has to call again about what hurt him was not helped. Five times: so his slightest red complaint outweighs
     * all that a first call can add up to.
     */
    returning: 5,
  },
  value: {
    /** The revenue of one visit: real money, but less than a client or a name. */
    lostOpportunity: 0.6,
    /** A promise or an open wish: one call settles it, and nobody has to find out what it is about. */
    callback: 20,
    /** Who wanted an appointment books elsewhere: after two days half of the chance is gone. */
    halfLifeDays: 2,
  },
  /**
   * Somebody acts on it already: it loses most of its urgency, not all, so that a grave call is still heard before a
   * slight one that nobody has.
   */
  ownedShare: 0.4,
} as const;

/** Below its yellow line a score is noise, and no reason to listen. */
const pointsOver = (score: number | null, { yellow }: { yellow: number }): number =>
  score === null || score < yellow ? 0 : score;

/** How far the danger that a client complains or leaves has grown. */
const riskOf = ({ complaintRisk, churnRisk, clientCallNumber, waitedMs }: Urgency): number => {
  const { complaint, churn, growthADay, growthDays, returning } = URGENCY.risk;
  const points =
    complaint * pointsOver(complaintRisk, METRICS.complaint_risk_score) +
    churn * pointsOver(churnRisk, METRICS.churn_risk_score);
  const growth = 1 + growthADay * Math.min(waitedMs / DAY_MS, growthDays);
  return points * growth * (clientCallNumber !== null && clientCallNumber > 1 ? returning : 1);
};

/** What can still be won back. */
const valueOf = ({ lostOpportunity, needsCallback, waitedMs }: Urgency): number => {
  const { lostOpportunity: weight, callback, halfLifeDays } = URGENCY.value;
  const points =
    weight * pointsOver(lostOpportunity, METRICS.lost_opportunity_score) + (needsCallback ? callback : 0);
  return points * 2 ** (-waitedMs / (halfLifeDays * DAY_MS));
};

/**
 * How urgently somebody has to hear a call: risk, which grows while nobody acts, and value, which fades; less when
 * somebody has it. Only the order means something. Higher is more urgent.
 */
export const urgencyOf = (call: Urgency): number =>
  (riskOf(call) + valueOf(call)) * (call.isOwned ? URGENCY.ownedShare : 1);

/** How long the chance of a call counts as fresh: its half-life, in milliseconds. */
export const FRESH_MS = URGENCY.value.halfLifeDays * DAY_MS;
