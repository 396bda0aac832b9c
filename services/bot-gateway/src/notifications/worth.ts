import { ALERT_THRESHOLDS, type AlertThreshold } from '@perezvon/contracts';

/** What a person made of the red calls that he was told of. */
export interface Worth {
  told: number;
  notImportant: number;
}

/** With fewer the share is chance. */
const MIN_TOLD = 10;
/** One message in three for nothing: people begin to swipe them away. */
const TOO_MANY = 1 / 3;

/**
 * The next higher danger that is worth offering to somebody who finds too many red calls not important.
 * @returns null: nothing to offer
 */
export const thresholdToOffer = ({ told, notImportant }: Worth, alertFrom: number): AlertThreshold | null => {
  if (told < MIN_TOLD || notImportant / told < TOO_MANY) return null;
  return ALERT_THRESHOLDS.find((threshold) => threshold > alertFrom) ?? null;
};
