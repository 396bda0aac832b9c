import type { Db, Tx } from '@perezvon/db';
import { DAY_MS } from '../domain/durations.js';

/** How long the buttons of a search work: as long as a working day and the evening after it. */
const KEEP_MS = DAY_MS;

/** What a button cannot hold of a search. */
export interface StoredSearch {
  /** As typed; null: any words. */
  words: string | null;
  /** The client's keyed hash with the last digits for people; null: any client. */
  client: { hash: Uint8Array<ArrayBuffer>; last4: string } | null;
}

/** Keeps what a person looks for, for his buttons. @returns its id */
export const insertSearch = async (
  tx: Tx,
  { words, client }: StoredSearch,
  { userId, now }: { userId: number; now: Date },
): Promise<number> => {
  const { id } = await tx.search.create({
    data: {
      userId,
      words,
      clientPhoneHash: client?.hash ?? null,
      clientPhoneLast4: client?.last4 ?? null,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
};

/** A search of this person; null: forgotten by now, or somebody else's. */
export const findSearch = async (
  db: Db,
  { id, userId, now }: { id: number; userId: number; now: Date },
): Promise<StoredSearch | null> => {
  const row = await db.search.findFirst({
    where: { id, userId, createdAt: { gt: new Date(now.getTime() - KEEP_MS) } },
    select: { words: true, clientPhoneHash: true, clientPhoneLast4: true },
  });
  if (!row) return null;
  const { words, clientPhoneHash: hash, clientPhoneLast4: last4 } = row;
  return { words, client: hash && last4 !== null ? { hash, last4 } : null };
};

/** Forgets what people looked for. @returns how many searches */
export const forgetOldSearches = async (db: Db, now: Date): Promise<number> => {
  const before = new Date(now.getTime() - KEEP_MS);
  return db.$executeRaw`DELETE FROM searches WHERE created_at <= ${before}`;
};
