import type { Tx } from '@perezvon/db';

/** A promise as people decide about it. */
interface DecidedPromise {
  state: 'open' | 'kept' | 'broken' | 'unverifiable';
  dueAt: Date;
  assignmentId: number | null;
  dismissedAt: Date | null;
  /** The outgoing call that answered it, in time or too late. */
  keptByCall: bigint | null;
}

/** The promise of a call, locked until the transaction ends; null: there is none. */
export const findPromiseForUpdate = async (tx: Tx, historyId: number): Promise<DecidedPromise | null> => {
  await tx.$executeRaw`SELECT 1 FROM call_promises WHERE history_id = ${historyId} FOR UPDATE`;
  return tx.callPromise.findUnique({
    where: { historyId },
    select: { state: true, dueAt: true, assignmentId: true, dismissedAt: true, keptByCall: true },
  });
};

/** «Не нужно». */
export const markDismissed = async (tx: Tx, historyId: number, now: Date): Promise<void> => {
  await tx.callPromise.update({
    where: { historyId },
    data: { dismissedAt: now },
    select: { historyId: true },
  });
};
