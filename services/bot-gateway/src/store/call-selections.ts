import type { Db, Tx } from '@perezvon/db';
import { DAY_MS } from '../domain/durations.js';

/** How long a choice of calls can be given away: as long as a working day and the evening after it. */
const KEEP_MS = DAY_MS;

/** Keeps calls that a person chose, in his order, for his buttons. @returns the id */
export const insertCallSelection = async (
  tx: Tx,
  { historyIds, userId, now }: { historyIds: readonly number[]; userId: number; now: Date },
): Promise<number> => {
  const { id } = await tx.callSelection.create({
    data: { userId, historyIds: historyIds.map(BigInt), createdAt: now },
    select: { id: true },
  });
  return id;
};

/** The calls that this person chose, in his order; null: forgotten by now, or somebody else's. */
export const findCallSelection = async (
  db: Db,
  { id, userId, now }: { id: number; userId: number; now: Date },
): Promise<number[] | null> => {
  const row = await db.callSelection.findFirst({
    where: { id, userId, createdAt: { gt: new Date(now.getTime() - KEEP_MS) } },
    select: { historyIds: true },
  });
  return row && row.historyIds.map(Number);
};

/** Forgets what people chose. @returns how many choices */
export const forgetOldCallSelections = async (db: Db, now: Date): Promise<number> => {
  const before = new Date(now.getTime() - KEEP_MS);
  return db.$executeRaw`DELETE FROM call_selections WHERE created_at <= ${before}`;
};
