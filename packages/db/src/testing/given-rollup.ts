import type { Prisma } from '../generated/client.js';
import type { Db } from '../client.js';

const NOTHING_COUNTED = {
  operator: 'op-1',
  calls: 0,
  withoutTranscript: 0,
  validDialogues: 0,
  missed: 0,
  targetCalls: 0,
  records: 0,
  complaintRed: 0,
  complaintYellow: 0,
  followupNeeded: 0,
  lostRed: 0,
  churnHigh: 0,
  crossSell: 0,
  qualitySum: 0,
  qualityCalls: 0,
};

/** @param day the clinic's, as `2026-11-24` */
export const givenRollup = (db: Db, day: string, counts: Partial<Prisma.DailyRollupUncheckedCreateInput>) =>
  db.dailyRollup.create({ data: { ...NOTHING_COUNTED, ...counts, day: new Date(day) } });
