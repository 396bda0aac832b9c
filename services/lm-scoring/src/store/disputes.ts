import {
  JudgedMetric,
  type DisputeOutcome,
  type DisputeReason,
  type DisputeState,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';

/** A metric of one score: what is disputed once. */
export interface DisputedScore {
  historyId: number;
  metric: JudgedMetric;
  lmVersionTag: string;
  /** The revision of the call that was scored. */
  revision: number;
}

/** What stands in the way of disputing a metric: a dispute of it that is open, or this score's, decided; null: nothing. */
export const findDisputeInTheWay = async (
  tx: Tx,
  { historyId, metric, lmVersionTag, revision }: DisputedScore,
): Promise<'open' | 'decided' | null> => {
  const disputes = await tx.scoreDispute.findMany({
    where: { historyId, metric, OR: [{ state: 'open' }, { lmVersionTag, revision }] },
    select: { state: true },
  });
  if (disputes.length === 0) return null;
  return disputes.some(({ state }) => state === 'open') ? 'open' : 'decided';
};

/**
 * Whether words that go along with an action are the actor's own, or there are none: a button may name anybody's note, and
 * a dispute shows it to both sides.
 */
export const areOwnWords = async (
  tx: Tx,
  { noteId, authorId }: { noteId: number | undefined; authorId: number },
): Promise<boolean> =>
  noteId === undefined ||
  (await tx.note.findFirst({ where: { id: noteId, authorId }, select: { id: true } })) !== null;

interface NewDispute extends DisputedScore {
  rules: readonly string[];
  reason: DisputeReason;
  noteId: number | null;
  openedById: number;
  openedAt: Date;
}

/** The caller holds the call's lock: two taps of one person wait for each other. @returns the id */
export const insertDispute = async (tx: Tx, { rules, ...dispute }: NewDispute): Promise<number> => {
  const { id } = await tx.scoreDispute.create({
    data: { ...dispute, rules: [...rules] },
    select: { id: true },
  });
  return id;
};

export interface Dispute {
  historyId: number;
  metric: JudgedMetric;
  lmVersionTag: string;
  state: DisputeState;
  openedById: number;
}

/** A dispute, locked until the end of the transaction: the first of two decisions counts. @returns null: there is none */
export const lockDispute = async (tx: Tx, id: number): Promise<Dispute | null> => {
  await tx.$queryRaw`SELECT 1 FROM score_disputes WHERE id = ${id} FOR UPDATE`;
  const row = await tx.scoreDispute.findUnique({
    where: { id },
    select: { historyId: true, metric: true, lmVersionTag: true, state: true, openedById: true },
  });
  return row && { ...row, historyId: Number(row.historyId), metric: JudgedMetric.parse(row.metric) };
};

interface Decision {
  outcome: DisputeOutcome;
  decidedById: number;
  decidedAt: Date;
  decisionNoteId: number | null;
}

export const markDecided = async (tx: Tx, id: number, { outcome, ...decision }: Decision): Promise<void> => {
  await tx.scoreDispute.update({ where: { id }, data: { state: outcome, ...decision } });
};
