import { randomBytes } from 'node:crypto';
import type { Db, Tx } from '@perezvon/db';

/** 128 random bits: nobody guesses the name of a call. */
const TOKEN_BYTES = 16;
/** Tells a link to a call from links to other things. */
const PREFIX = 'call_';
const PAYLOAD = /^call_([\w-]{22})$/;

/** The call's name in links, made when it has none yet. One name a call: a link sent twice is the same link. */
export const ensureCallLink = async (
  tx: Tx,
  { historyId, createdById, now }: { historyId: number; createdById: number; now: Date },
): Promise<void> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await tx.$executeRaw`
    INSERT INTO call_links (token, history_id, created_by_id, created_at)
    VALUES (${token}, ${historyId}, ${createdById}, ${now}) ON CONFLICT (history_id) DO NOTHING`;
};

/** What follows `start=` in the call's link; null: nobody has asked for one yet. */
export const findLinkPayload = async (db: Db, historyId: number): Promise<string | null> => {
  const link = await db.callLink.findUnique({ where: { historyId }, select: { token: true } });
  return link && `${PREFIX}${link.token}`;
};

/** Whether `/start` came with a link to a call, and to which; null: such a link was never made, or the call is erased. */
export const readLinkPayload = async (
  db: Db,
  payload: string,
): Promise<{ historyId: number | null } | 'no link'> => {
  if (!payload.startsWith(PREFIX)) return 'no link';
  const token = PAYLOAD.exec(payload)?.[1];
  const link = token && (await db.callLink.findUnique({ where: { token }, select: { historyId: true } }));
  return { historyId: link ? Number(link.historyId) : null };
};
