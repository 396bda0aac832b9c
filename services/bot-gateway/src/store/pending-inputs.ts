import type { Db, Tx } from '@perezvon/db';
import { z } from 'zod';
import type { MessageRef } from '../screens/adapter.js';

/** Which message waits for words; its screen knows what they mean. */
const PendingRequest = z.object({ messageId: z.int() });

/** The message of this chat whose screen waits for typed words; null: none. */
export const findPendingInput = async (db: Db, chatId: number): Promise<MessageRef | null> => {
  const row = await db.pendingInput.findUnique({ where: { chatId } });
  const request = PendingRequest.safeParse(row?.request);
  return request.success ? { chatId, messageId: request.data.messageId } : null;
};

/**
 * A message now shows a screen that waits for words, or no longer does. Only the newest question of a chat is open;
 * a message that shows something else closes its own question and leaves another message's alone.
 */
export const setPendingInput = async (
  tx: Tx,
  { chatId, messageId }: MessageRef,
  waits: boolean,
  now: Date,
): Promise<void> => {
  if (!waits) {
    const request = { path: ['messageId'], equals: messageId };
    await tx.pendingInput.deleteMany({ where: { chatId, request } });
    return;
  }
  const asked = { request: { messageId }, createdAt: now };
  await tx.pendingInput.upsert({ where: { chatId }, create: { chatId, ...asked }, update: asked });
};

/** Nothing is asked in this chat any more. */
export const forgetPendingInput = async (tx: Tx, chatId: number): Promise<void> => {
  await tx.pendingInput.deleteMany({ where: { chatId } });
};
