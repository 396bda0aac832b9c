import type { Tx } from '@perezvon/db';
import type { NewScore } from './scores.js';

/** Of these calls those of which a promise is known. */
const listPromised = async (tx: Tx, historyIds: readonly number[]): Promise<number[]> => {
  if (historyIds.length === 0) return [];
  const rows = await tx.callPromise.findMany({
    where: { historyId: { in: [...historyIds] } },
    select: { historyId: true },
  });
  return rows.map(({ historyId }) => Number(historyId));
};

/**
 * Calls whose new score has a promise, and those that had one before and lose it now.
 * @param known calls that were scored before: only these can lose one
 */
export const listHeardPromises = async (
  tx: Tx,
  scores: readonly NewScore[],
  known: ReadonlySet<number>,
): Promise<number[]> => {
  const idsOf = (some: readonly NewScore[]): number[] => some.map(({ score }) => score.history_id);
  const silent = idsOf(scores.filter(({ score }) => score.promise === null));
  const lost = await listPromised(
    tx,
    silent.filter((historyId) => known.has(historyId)),
  );
  return [...idsOf(scores.filter(({ score }) => score.promise !== null)), ...lost];
};
