import type { Tx } from '@perezvon/db';
import type { WrittenCall } from './calls.js';

/** Those of the calls just written whose earlier content stands as a call-back, or an attempt at one. */
export const listMatchedBefore = async (
  tx: Tx,
  written: readonly WrittenCall[],
): Promise<ReadonlySet<number>> => {
  const revised = written.filter(({ revision }) => revision > 1).map(({ historyId }) => historyId);
  if (revised.length === 0) return new Set();
  const rows = await tx.assignmentCall.findMany({
    where: { historyId: { in: revised } },
    select: { historyId: true },
  });
  return new Set(rows.map(({ historyId }) => Number(historyId)));
};
