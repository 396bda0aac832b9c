import type { Tx } from '@perezvon/db';
import type { Match } from '../proof/find-matches.js';

/** Locks assignments until the transaction ends, in the order of their ids: whoever moves one of them waits. */
export const lockAssignments = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  await tx.$executeRaw`SELECT 1 FROM assignments WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR NO KEY UPDATE`;
};

/** Notes outgoing calls that answer callbacks, as they are known now. The assignments have to be locked. */
export const storeAssignmentCalls = async (tx: Tx, matches: readonly Match[]): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO assignment_calls (assignment_id, history_id, call_date, is_proof)
    SELECT * FROM unnest(
      ${matches.map(({ assignmentId }) => assignmentId)}::int[],
      ${matches.map(({ historyId }) => historyId)}::bigint[],
      ${matches.map(({ callDate }) => callDate)}::timestamptz[],
      ${matches.map(({ isProof }) => isProof)}::boolean[]
    )
    ON CONFLICT (assignment_id, history_id) DO UPDATE SET call_date = excluded.call_date, is_proof = excluded.is_proof`;
};

/** The callbacks that a call answered as it was known before. */
export const listAnsweredBefore = async (tx: Tx, historyId: number): Promise<number[]> => {
  const rows = await tx.assignmentCall.findMany({ where: { historyId }, select: { assignmentId: true } });
  return rows.map(({ assignmentId }) => assignmentId);
};

/** Forgets that a call answers these callbacks: it turned out to go to somebody else. */
export const forgetAssignmentCall = async (
  tx: Tx,
  historyId: number,
  assignmentIds: readonly number[],
): Promise<void> => {
  await tx.assignmentCall.deleteMany({ where: { historyId, assignmentId: { in: [...assignmentIds] } } });
};

/** Other calls that were noted as talks with the client of a callback, the earliest first. */
export const listOtherProofs = async (tx: Tx, assignmentId: number, historyId: number): Promise<number[]> => {
  const rows = await tx.assignmentCall.findMany({
    where: { assignmentId, isProof: true, historyId: { not: historyId } },
    orderBy: [{ callDate: 'asc' }, { historyId: 'asc' }],
    select: { historyId: true },
  });
  return rows.map((row) => Number(row.historyId));
};
