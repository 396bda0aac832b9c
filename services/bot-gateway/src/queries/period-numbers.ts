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

type Sums = { [Name in keyof PeriodNumbers]: number | null };

const numbersOf = (sums: Sums): PeriodNumbers => ({
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
});

/** Adds up the roll-ups of a period's days: days × operators rows, however many calls there were. */
export const findPeriodNumbers = async (db: Db, { firstDay, lastDay }: Period): Promise<PeriodNumbers> => {
  const { _sum: sums } = await db.dailyRollup.aggregate({
    where: { day: { gte: firstDay, lte: lastDay }, lmVersionTag: SHOWN },
    _sum: SUMMED,
  });
  return numbersOf(sums);
};

/** One clinic day as a version scored it; `tag` '': as it is shown. */
export interface VersionDay {
  /** `2026-11-24` */
  day: string;
  tag: string;
  /** Calls of the day whose score of this tag is the one that is shown. */
  shownCalls: number;
  numbers: PeriodNumbers;
}

const DATE_LENGTH = 'yyyy-mm-dd'.length;

/** A period's days by version: what a change is taken apart with. Days × versions rows. */
export const listVersionDays = async (db: Db, { firstDay, lastDay }: Period): Promise<VersionDay[]> => {
  const rows = await db.dailyRollup.groupBy({
    by: ['day', 'lmVersionTag'],
    where: { day: { gte: firstDay, lte: lastDay } },
    _sum: { ...SUMMED, shownCalls: true },
  });
  return rows.map(({ day, lmVersionTag, _sum: { shownCalls, ...sums } }) => ({
    day: day.toISOString().slice(0, DATE_LENGTH),
    tag: lmVersionTag,
    shownCalls: shownCalls ?? 0,
    numbers: numbersOf(sums),
  }));
};
