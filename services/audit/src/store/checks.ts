import type { AuditProblem } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { GENESIS, type Head } from '../domain/chain.js';

/** A check under way: `head` is the last entry that it found sound. */
interface RunningCheck {
  requestedById: number;
  head: Head;
}

/** Ends a check that has not moved since `before`: nobody waits for one that was lost. */
export const giveUpStuck = async (tx: Tx, before: Date): Promise<void> => {
  await tx.auditCheck.updateMany({
    where: { state: 'running', movedAt: { lt: before } },
    data: { state: 'gave_up' },
  });
};

/** Begins a check. @returns its id; null while another one runs */
export const insertCheck = async (
  tx: Tx,
  { requestedById, at }: { requestedById: number; at: Date },
): Promise<number | null> => {
  const [row] = await tx.auditCheck.createManyAndReturn({
    data: [{ requestedById, requestedAt: at, movedAt: at }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
};

/** Locks a check for its next part; null when it is over, or there is none. */
export const lockRunning = async (tx: Tx, id: number): Promise<RunningCheck | null> => {
  await tx.$executeRaw`SELECT 1 FROM audit_checks WHERE id = ${id} FOR UPDATE`;
  const row = await tx.auditCheck.findUnique({ where: { id } });
  if (row?.state !== 'running') return null;
  const { requestedById, headSeq, headHash } = row;
  return { requestedById, head: headHash === null ? GENESIS : { seq: headSeq, hash: headHash } };
};

const headColumns = ({ seq, hash }: Head) => ({ headSeq: seq, headHash: new Uint8Array(hash) });

/** Keeps how far a check has come. */
export const moveCheck = async (
  tx: Tx,
  id: number,
  { head, at }: { head: Head; at: Date },
): Promise<void> => {
  await tx.auditCheck.update({ where: { id }, data: { ...headColumns(head), movedAt: at } });
};

/** What a check found. */
export interface Finding {
  /** The last entry that is sound. */
  head: Head;
  /** What is wrong first; null: nothing is. */
  problem: AuditProblem | null;
  /** The entry it is wrong at; null: nothing is, or no entry is to blame. */
  badSeq: bigint | null;
  /** Whether there was a head kept outside to compare with. */
  isCompared: boolean;
}

/** Ends a check with what it found. */
export const endCheck = async (
  tx: Tx,
  id: number,
  { finding: { head, problem, badSeq, isCompared }, at }: { finding: Finding; at: Date },
): Promise<void> => {
  const state = problem === null ? 'sound' : 'broken';
  await tx.auditCheck.update({
    where: { id },
    data: { ...headColumns(head), movedAt: at, state, problem, badSeq, isCompared },
  });
};
