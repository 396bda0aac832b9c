import type { LossReason } from '@perezvon/contracts';
import type { Db } from '../client.js';
import { inWindow, type DayWindow } from './day-window.js';

/** How many lost calls had one thing standing in the way. */
export interface LossCount {
  reason: LossReason;
  calls: number;
}

/** Lost calls of a window by reason, the commonest first; a reason that did not occur has no row. */
export const listLosses = async (db: Db, window: DayWindow): Promise<LossCount[]> => {
  const rows = await db.lossRollup.groupBy({
    by: ['lossReason'],
    where: inWindow(window),
    _sum: { calls: true },
  });
  return rows
    .map(({ lossReason, _sum }) => ({ reason: lossReason, calls: _sum.calls ?? 0 }))
    .toSorted((a, b) => b.calls - a.calls || (a.reason < b.reason ? -1 : 1));
};
