import type { Speaker } from '@perezvon/contracts';
import { WORDS_RULE, type Reason } from '../engine/explain.js';
import type { ProvenMetric } from './evidence.js';

/** Whose words can prove a metric. A promise, a refusal or a silence of the operator's proves what stays open. */
const PROVED_BY: Readonly<Record<ProvenMetric, readonly Speaker[]>> = {
  complaint_risk_score: ['client'],
  churn_risk_level: ['client'],
  cross_sell_potential: ['client'],
  followup_needed_flag: ['client', 'operator'],
  lost_opportunity_score: ['client', 'operator'],
};

/** Said in every call: whatever the model makes of it, it proves nothing about this one. */
const COURTESY: ReadonlySet<string> = new Set([
  'quality.greeting',
  'quality.introduces',
  'quality.asks_need',
  'quality.asks_name',
  'quality.farewell',
]);

/** The operator's words without a rule among them are the phrases of his trade. */
const isTelling = (metric: ProvenMetric, { fragment, rule }: Reason): boolean => {
  const { speaker } = fragment.turn;
  if (!PROVED_BY[metric].includes(speaker) || COURTESY.has(rule)) return false;
  return speaker === 'client' || rule !== WORDS_RULE;
};

/** Beside stronger words those that carry less than a tenth only hide them. */
const SMALLEST_SHARE = 0.1;

/**
 * Of what spoke for a metric, the words that a person accepts as its proof, with the share they carried.
 * @returns all of `reasons` when none is: a flag is never without its words
 */
export const worthQuoting = (metric: ProvenMetric, reasons: readonly Reason[]): readonly Reason[] => {
  const telling = reasons.filter((reason) => isTelling(metric, reason));
  const strong = telling.filter(({ share }) => share >= SMALLEST_SHARE);
  if (strong.length > 0) return strong;
  return telling.length > 0 ? telling.slice(0, 1) : reasons;
};
