import type { Db } from '@perezvon/db';
import type { Period } from './period.js';
import { SHOWN } from './rollup-rows.js';

/** What happened in a period, as counts over all operators. */
export interface PeriodNumbers {
  calls: number;
  missed: number;
  withoutTranscript: number;
  /** Calls in which both sides spoke: the base of complaints and follow-ups. */
  validDialogues: number;
  /** Valid calls about a service of the clinic: the base of records and losses. */
  targetCalls: number;
  records: number;
  complaintRed: number;
  complaintYellow: number;
  followupNeeded: number;
  lostRed: number;
  churnHigh: number;
  qualitySum: number;
  /** Calls that have a quality score: the base of its average. */
  qualityCalls: number;
}

const SUMMED = {
  calls: true,
  missed: true,
  withoutTranscript: true,
  validDialogues: true,
  targetCalls: true,
  records: true,
  complaintRed: true,
  complaintYellow: true,
  followupNeeded: true,
  lostRed: true,
  churnHigh: true,
  qualitySum: true,
  qualityCalls: true,
} as const satisfies Record<keyof PeriodNumbers, true>;

/** Adds up the roll-ups of a period's days: days × operators rows, however many calls there were. */
export const findPeriodNumbers = async (db: Db, { firstDay, lastDay }: Period): Promise<PeriodNumbers> => {
  const { _sum: sums } = await db.dailyRollup.aggregate({
    where: { day: { gte: firstDay, lte: lastDay }, lmVersionTag: SHOWN },
    _sum: SUMMED,
  });
  return {
    calls: sums.calls ?? 0,
    missed: sums.missed ?? 0,
    withoutTranscript: sums.withoutTranscript ?? 0,
    validDialogues: sums.validDialogues ?? 0,
    targetCalls: sums.targetCalls ?? 0,
    records: sums.records ?? 0,
    complaintRed: sums.complaintRed ?? 0,
    complaintYellow: sums.complaintYellow ?? 0,
    followupNeeded: sums.followupNeeded ?? 0,
    lostRed: sums.lostRed ?? 0,
    churnHigh: sums.churnHigh ?? 0,
    qualitySum: sums.qualitySum ?? 0,
    qualityCalls: sums.qualityCalls ?? 0,
  };
};
