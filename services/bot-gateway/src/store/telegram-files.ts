import { createHash } from 'node:crypto';
import type { Db, Tx } from '@perezvon/db';

/** Which recording: of which call, uploaded by which bot (a `file_id` is that bot's), from which place. */
export interface FileKey {
  historyId: number;
  botId: number;
  locationHash: Uint8Array<ArrayBuffer>;
}

/** What Telegram keeps of a recording. */
export interface KnownFile {
  fileId: string;
  kind: 'audio' | 'document';
  /** The call's revision that was looked at last. */
  revision: number;
  contentHash: Uint8Array;
}

/** SHA-256: tells whether a place or a content is the same without keeping it. */
export const sha256 = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(content).digest());

const keyOf = ({ historyId, botId, locationHash }: FileKey) => ({
  historyId: BigInt(historyId),
  botId: BigInt(botId),
  locationHash,
});

/** Telegram's own copy of a recording; null: never uploaded by this bot. */
export const findKnownFile = async (db: Db, key: FileKey): Promise<KnownFile | null> => {
  const row = await db.telegramFile.findUnique({
    where: { historyId_botId_locationHash: keyOf(key) },
    select: { fileId: true, kind: true, revision: true, contentHash: true },
  });
  if (!row) return null;
  const { fileId, kind, revision, contentHash } = row;
  return fileId === null || kind === null || contentHash === null
    ? null
    : { fileId, kind, revision, contentHash };
};

/** Takes a recording for this process to fetch and upload. @returns false: another one is at it */
export const claimFile = async (
  tx: Tx,
  { historyId, botId, locationHash }: FileKey,
  { claimId, forS }: { claimId: string; forS: number },
): Promise<boolean> => {
  // The database's clock: the processes' clocks may differ.
  const claimed = await tx.$executeRaw`
    INSERT INTO telegram_files (history_id, bot_id, location_hash, claimed_by, claimed_until)
    VALUES (${BigInt(historyId)}, ${BigInt(botId)}, ${locationHash}, ${claimId}::uuid, now() + ${forS} * interval '1 second')
    ON CONFLICT (history_id, bot_id, location_hash) DO UPDATE
      SET claimed_by = EXCLUDED.claimed_by, claimed_until = EXCLUDED.claimed_until
    WHERE telegram_files.claimed_until IS NULL OR telegram_files.claimed_until < now()`;
  return claimed > 0;
};

/** Says that the work on a claimed recording goes on. */
export const renewClaim = (
  tx: Tx,
  { claimId, forS }: { claimId: string; forS: number },
  key: FileKey,
): Promise<number> => tx.$executeRaw`
  UPDATE telegram_files SET claimed_until = now() + ${forS} * interval '1 second'
  WHERE history_id = ${BigInt(key.historyId)} AND bot_id = ${BigInt(key.botId)}
    AND location_hash = ${key.locationHash} AND claimed_by = ${claimId}::uuid`;

/** Lets others at a recording again. One that was not uploaded leaves no row behind. */
export const releaseClaim = async (tx: Tx, claimId: string, key: FileKey): Promise<void> => {
  const mine = { ...keyOf(key), claimedBy: claimId };
  await tx.telegramFile.deleteMany({ where: { ...mine, fileId: null } });
  await tx.telegramFile.updateMany({ where: mine, data: { claimedBy: null, claimedUntil: null } });
};

/** Remembers what Telegram keeps now; the newest copy is used. Nothing is kept of a call that was erased meanwhile. */
export const saveKnownFile = async (tx: Tx, key: FileKey, file: KnownFile): Promise<void> => {
  const { fileId, kind, revision } = file;
  await tx.telegramFile.updateMany({
    where: keyOf(key),
    data: { fileId, kind, revision, contentHash: new Uint8Array(file.contentHash) },
  });
};

/** Telegram does not know this copy any more: the recording has to be uploaded again. */
export const forgetKnownFile = async (tx: Tx, key: FileKey, fileId: string): Promise<void> => {
  await tx.telegramFile.updateMany({
    where: { ...keyOf(key), fileId },
    data: { fileId: null, kind: null, contentHash: null },
  });
};
