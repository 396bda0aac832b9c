import type { Db, Tx } from '@perezvon/db';
import { DAY_MS } from '../domain/durations.js';
import type { MessageRef } from '../screens/adapter.js';
import type { Address } from '../screens/define-place.js';
import type { Trail } from '../screens/navigation.js';

/** A second tap on the same button within this time is the same tap: fingers and phones repeat. */
const DOUBLE_TAP_MS = 3_000;

interface BotScreenState {
  trail: Trail;
  /** The intent whose outcome the message shows when it comes; null: none. */
  waitingFor: string | null;
}

const keyOf = ({ chatId, messageId }: MessageRef) => ({
  chatId_messageId: { chatId: BigInt(chatId), messageId },
});

/** What a message shows; null: not known (any more). */
export const findBotScreen = async (db: Db, message: MessageRef): Promise<BotScreenState | null> => {
  const row = await db.botScreen.findUnique({ where: keyOf(message) });
  return row && { trail: row.trail.map((data) => ({ data })), waitingFor: row.waitingFor };
};

/** The message shows the last screen of `trail` now and waits for nothing. */
export const saveTrail = async (tx: Tx, message: MessageRef, trail: Trail, now: Date): Promise<void> => {
  const shown = {
    trail: trail.map(({ data }) => data),
    waitingFor: null,
    waitingSince: null,
    updatedAt: now,
  };
  await tx.botScreen.upsert({
    where: keyOf(message),
    create: { chatId: BigInt(message.chatId), messageId: message.messageId, ...shown },
    update: shown,
  });
};

interface TapOnAction {
  message: MessageRef;
  intentId: string;
  /** The button's data. */
  data: string;
  /** Where the message goes when the outcome is known. */
  trail: Trail;
  now: Date;
}

/**
 * Takes a message for one action: it waits for the outcome from now on.
 * @returns false when it already waits for one, or the same button was tapped a moment ago
 */
export const claimForAction = async (
  tx: Tx,
  { message, intentId, data, trail, now }: TapOnAction,
): Promise<boolean> => {
  const { chatId, messageId } = message;
  const justBefore = new Date(now.getTime() - DOUBLE_TAP_MS);
  const path = trail.map((address) => address.data);
  const claimed = await tx.$executeRaw`
    INSERT INTO bot_screens (chat_id, message_id, trail, waiting_for, waiting_since, last_action, last_action_at, updated_at)
    VALUES (${BigInt(chatId)}, ${messageId}, ${path}, ${intentId}, ${now}, ${data}, ${now}, ${now})
    ON CONFLICT (chat_id, message_id) DO UPDATE SET
      trail = EXCLUDED.trail, waiting_for = EXCLUDED.waiting_for, waiting_since = EXCLUDED.waiting_since,
      late_told = false, last_action = EXCLUDED.last_action, last_action_at = EXCLUDED.last_action_at,
      updated_at = EXCLUDED.updated_at
    WHERE bot_screens.waiting_for IS NULL
      AND (bot_screens.last_action IS DISTINCT FROM ${data} OR bot_screens.last_action_at <= ${justBefore})`;
  return claimed > 0;
};

/**
 * Takes a tap on this button within the next moments for a double one: its message was redrawn under the thumb, and the
 * tap was meant for what stood there before.
 */
export const holdAction = async (tx: Tx, message: MessageRef, data: string, now: Date): Promise<void> => {
  const { chatId, messageId } = message;
  await tx.botScreen.updateMany({
    where: { chatId, messageId },
    data: { lastAction: data, lastActionAt: now },
  });
};

/** Messages that are older than this are not redrawn by themselves: nobody looks at them. */
const FRESH_MS = DAY_MS;
/** A screen that more people have open is redrawn for these; the others see it with their next tap. */
const MAX_REDRAWN = 20;

/** The newest messages that show this screen now. */
export const listMessagesShowing = async (db: Db, screen: Address, now: Date): Promise<MessageRef[]> => {
  const since = new Date(now.getTime() - FRESH_MS);
  const rows = await db.$queryRaw<{ chat_id: bigint; message_id: number }[]>`
    SELECT chat_id, message_id FROM bot_screens
    WHERE trail @> ARRAY[${screen.data}]::text[] AND trail[cardinality(trail)] = ${screen.data} AND updated_at > ${since}
    ORDER BY updated_at DESC LIMIT ${MAX_REDRAWN}`;
  return rows.map((row) => ({ chatId: Number(row.chat_id), messageId: row.message_id }));
};

/** The newest messages that show this place now, whatever of it: `id` is the screen's. */
export const listMessagesAt = async (db: Db, { id }: { id: string }, now: Date): Promise<MessageRef[]> => {
  const since = new Date(now.getTime() - FRESH_MS);
  const rows = await db.$queryRaw<{ chat_id: bigint; message_id: number }[]>`
    SELECT chat_id, message_id FROM bot_screens
    WHERE updated_at > ${since} AND split_part(trail[cardinality(trail)], '.', 1) = ${id}
    ORDER BY updated_at DESC LIMIT ${MAX_REDRAWN}`;
  return rows.map((row) => ({ chatId: Number(row.chat_id), messageId: row.message_id }));
};

/** The newest messages of one chat, however old: what they show may not be its person's any more. */
export const listMessagesIn = async (db: Db, chatId: number): Promise<MessageRef[]> => {
  const rows = await db.botScreen.findMany({
    where: { chatId },
    orderBy: { messageId: 'desc' },
    take: MAX_REDRAWN,
    select: { messageId: true },
  });
  return rows.map(({ messageId }) => ({ chatId, messageId }));
};

/** A message whose person waits for the outcome of an action. */
export interface WaitingMessage extends MessageRef {
  intentId: string;
}

/** Messages that have waited since before `before` and whose person does not know why yet, the longest first. */
export const listLateMessages = async (db: Db, before: Date, limit: number): Promise<WaitingMessage[]> => {
  const rows = await db.botScreen.findMany({
    where: { waitingSince: { lt: before }, lateTold: false, waitingFor: { not: null } },
    orderBy: { waitingSince: 'asc' },
    take: limit,
    select: { chatId: true, messageId: true, waitingFor: true },
  });
  return rows.flatMap(({ chatId, messageId, waitingFor }) =>
    waitingFor === null ? [] : [{ chatId: Number(chatId), messageId, intentId: waitingFor }],
  );
};

/** The person knows that the outcome takes longer. @returns false when it has come meanwhile */
export const markLateTold = async (
  tx: Tx,
  { chatId, messageId, intentId }: WaitingMessage,
): Promise<boolean> => {
  const { count } = await tx.botScreen.updateMany({
    where: { chatId, messageId, waitingFor: intentId, lateTold: false },
    data: { lateTold: true },
  });
  return count > 0;
};

/** Buttons of older messages still work; only their way back is forgotten. */
const KEEP_DAYS = 90;
const FORGET_BATCH = 5_000;

/** Forgets messages that nobody has touched for long. @returns how many */
export const forgetOldScreens = (db: Db): Promise<number> => db.$executeRaw`
  DELETE FROM bot_screens WHERE (chat_id, message_id) IN (
    SELECT chat_id, message_id FROM bot_screens
    WHERE updated_at < now() - ${KEEP_DAYS} * interval '1 day' LIMIT ${FORGET_BATCH}
  )`;
