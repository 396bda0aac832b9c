import type { Db, Tx } from '@perezvon/db';

interface FileKey {
  historyId: number;
  /** A `file_id` belongs to the bot that uploaded it. */
  botId: number;
}

const keyOf = ({ historyId, botId }: FileKey) => ({ historyId: BigInt(historyId), botId: BigInt(botId) });

/** Telegram's own copy of a call's recording; null: never uploaded by this bot. */
export const findFileId = async (db: Db, key: FileKey): Promise<string | null> => {
  const row = await db.telegramFile.findUnique({ where: { historyId_botId: keyOf(key) } });
  return row?.fileId ?? null;
};

/** Remembers an upload; the newest copy is used. */
export const saveFileId = async (tx: Tx, { fileId, ...key }: FileKey & { fileId: string }): Promise<void> => {
  await tx.telegramFile.upsert({
    where: { historyId_botId: keyOf(key) },
    create: { ...keyOf(key), fileId },
    update: { fileId },
  });
};
