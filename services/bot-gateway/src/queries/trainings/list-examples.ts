import { TRAINING_PATTERNS, type TrainingPattern } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { readEvidence } from '@perezvon/db/calls';

/** A call to learn from. */
export interface TrainingExample {
  historyId: number;
  callDate: Date;
  /** The words by which the pattern is known; null: it is known by a number. */
  quote: string | null;
}

const quoteOf = (stored: unknown, pattern: TrainingPattern | null): string | null => {
  const condition = pattern === null ? null : TRAINING_PATTERNS[pattern].condition;
  if (condition?.kind !== 'said') return null;
  return readEvidence(stored).find(({ rule }) => condition.rules.includes(rule))?.quote ?? null;
};

/** Calls with the words that show a pattern in them, the latest first; one that is erased is not there. */
export const listExamples = async (
  db: Db,
  historyIds: readonly number[],
  pattern: TrainingPattern | null,
): Promise<TrainingExample[]> => {
  const calls = await db.call.findMany({
    where: { historyId: { in: [...historyIds] } },
    orderBy: [{ callDate: 'desc' }, { historyId: 'desc' }],
    select: {
      historyId: true,
      callDate: true,
      scores: { where: { isCurrent: true }, take: 1, select: { evidence: true } },
    },
  });
  return calls.map(({ historyId, callDate, scores }) => ({
    historyId: Number(historyId),
    callDate,
    quote: quoteOf(scores[0]?.evidence ?? [], pattern),
  }));
};
