import type { AuditProblem } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** A check of the whole log, as its screen tells it. */
export interface AuditCheck {
  requestedById: number;
  requestedAt: Date;
  state: 'running' | 'sound' | 'broken' | 'gave_up';
  /** Entries found sound, from the first one on. */
  entries: number;
  /** Whether a head kept outside the database was there to compare with. */
  isCompared: boolean;
  /** What is wrong first; null: nothing was found. */
  problem: AuditProblem | null;
  /** The entry it is wrong at; null: nothing is, or no entry is to blame. */
  badSeq: number | null;
}

/** The check that was asked for last; null: none ever was. */
export const findLatestCheck = async (db: Db): Promise<AuditCheck | null> => {
  const row = await db.auditCheck.findFirst({ orderBy: { id: 'desc' } });
  if (row === null) return null;
  const { requestedById, requestedAt, state, headSeq, isCompared, problem, badSeq } = row;
  return {
    requestedById,
    requestedAt,
    state,
    entries: Number(headSeq),
    isCompared,
    problem,
    badSeq: badSeq === null ? null : Number(badSeq),
  };
};
