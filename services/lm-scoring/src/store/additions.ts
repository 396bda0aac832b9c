import { findSetting, saveSetting, type Db, type Tx } from '@perezvon/db';
import { CLINIC_FILE } from '@perezvon/lm';
import { z } from 'zod';

const KEY = 'lm.additions';
const Additions = z.object({ [CLINIC_FILE]: z.string() });

/** The clinic's additions that are in force: text of `clinic.yaml`. @returns null when there are none */
export const findAdditions = async (db: Db): Promise<string | null> => {
  const stored = await findSetting(db, KEY);
  return stored === undefined ? null : Additions.parse(stored)[CLINIC_FILE];
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
  await saveSetting(tx, {
    key: KEY,
    value: { [CLINIC_FILE]: additions },
    changedBy: updatedById,
    now: at,
  });
};
