import {
  COMPENSATION_LIMITS_KEY,
  CompensationLimits,
  DEFAULT_COMPENSATION_LIMITS,
} from '@perezvon/contracts';
import type { Db } from './client.js';
import { findSetting } from './settings.js';

/** Up to how much, in kopecks, roles may propose and approve now; the default limits where nobody has set any. */
export const findCompensationLimits = async (db: Db): Promise<CompensationLimits> => {
  const limits = await findSetting(db, COMPENSATION_LIMITS_KEY);
  return limits === undefined ? DEFAULT_COMPENSATION_LIMITS : CompensationLimits.parse(limits);
};

/**
 * What was approved for a call so far, in kopecks. What was dropped before it was paid does not count: it never comes
 * back. What could not be paid does: it can be tried again.
 */
export const sumApprovedCompensations = async (db: Db, historyId: number): Promise<number> => {
  const { _sum } = await db.compensation.aggregate({
    where: {
      historyId,
      state: 'approved',
      OR: [{ assignment: null }, { assignment: { state: { not: 'cancelled' } } }],
    },
    _sum: { amountKopecks: true },
  });
  return _sum.amountKopecks ?? 0;
};
