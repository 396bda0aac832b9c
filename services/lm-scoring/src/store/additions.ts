import type { Db, Tx } from '@perezvon/db';
import { CLINIC_FILE } from '@perezvon/lm';
import { z } from 'zod';

const KEY = 'lm.additions';
const Additions = z.object({ [CLINIC_FILE]: z.string() });

/** The clinic's additions that are in force: text of `clinic.yaml`. @returns null when there are none */
export const findAdditions = async (db: Db): Promise<string | null> => {
  const setting = await db.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  return setting && Additions.parse(setting.value)[CLINIC_FILE];
};

/**
 * Notes what is in force since a version with it became active: the next release's rules are given the same.
 * @param additions null: there are none any more
 * @param updatedById null: the system itself
 */
export const markAdditions = async (
  tx: Tx,
  additions: string | null,
  { updatedById, at }: { updatedById: number | null; at: Date },
): Promise<void> => {
  if (additions === null) {
    await tx.setting.deleteMany({ where: { key: KEY } });
    return;
  }
  const data = { value: { [CLINIC_FILE]: additions }, updatedById, updatedAt: at };
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, ...data }, update: data });
};
