import type { Db, Tx } from './client.js';
import type { Prisma } from './generated/client.js';

/** Namespace of the advisory locks of settings. */
const SETTINGS_LOCK = 0x7365_7474;

/** A setting as it is stored; whoever asks checks what it is. @returns undefined: nobody has set it */
export const findSetting = async (db: Db, key: string): Promise<unknown> => {
  const row = await db.setting.findUnique({ where: { key }, select: { value: true } });
  return row?.value;
};

/** What is read of a setting after this stays so until the transaction ends, also where nobody has set it yet. */
export const lockSetting = async (tx: Tx, key: string): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETTINGS_LOCK}::int, hashtext(${key}))`;
};

interface NewSetting {
  key: string;
  value: Prisma.InputJsonObject;
  /** null: the system itself. */
  changedBy: number | null;
  now: Date;
}

/** Keeps a setting, whether there was one or not. */
export const saveSetting = async (tx: Tx, { key, value, changedBy, now }: NewSetting): Promise<void> => {
  const data = { value, updatedById: changedBy, updatedAt: now };
  await tx.setting.upsert({
    where: { key },
    create: { key, ...data },
    update: data,
    select: { key: true },
  });
};
