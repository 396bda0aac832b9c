import type { ProblemSide } from '@perezvon/contracts';
import type { Db, Tx } from '@perezvon/db';

/** One message that has to reach one chat. */
export interface Delivery {
  messageId: number;
  chatId: number;
  /** Which try this is: 1 is the first. */
  attempt: number;
  createdAt: Date;
}

interface Claim {
  now: Date;
  /** Nobody else takes the claimed ones before. */
  heldUntil: Date;
  limit: number;
}

/** Takes deliveries that are due, the longest due first; processes side by side take different ones. */
export const claimDeliveries = async (tx: Tx, { now, heldUntil, limit }: Claim): Promise<Delivery[]> => {
  const rows = await tx.$queryRaw<
    { message_id: number; chat_id: bigint; attempts: number; created_at: Date }[]
  >`
    UPDATE problem_deliveries SET due_at = ${heldUntil}, attempts = attempts + 1
    WHERE (message_id, chat_id) IN (
      SELECT message_id, chat_id FROM problem_deliveries WHERE due_at <= ${now}
      ORDER BY due_at, message_id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING message_id, chat_id, attempts, created_at`;
  return rows
    .map((row) => ({
      messageId: row.message_id,
      chatId: Number(row.chat_id),
      attempt: row.attempts,
      createdAt: row.created_at,
    }))
    .sort((a, b) => a.messageId - b.messageId);
};

type DeliveryKey = Pick<Delivery, 'messageId' | 'chatId'>;
const keyOf = ({ messageId, chatId }: DeliveryKey) => ({
  messageId_chatId: { messageId, chatId: BigInt(chatId) },
});

/**
 * Goes on with a claimed delivery that may have waited for its chat, which can take longer than the claim holds.
 * @returns false: it was claimed again meanwhile, or is over; whoever has it now sends it
 */
export const holdDelivery = async (
  tx: Tx,
  { messageId, chatId, attempt }: Delivery,
  heldUntil: Date,
): Promise<boolean> => {
  const { count } = await tx.problemDelivery.updateMany({
    where: { messageId, chatId, attempts: attempt, dueAt: { not: null } },
    data: { dueAt: heldUntil },
  });
  return count > 0;
};

/** It has arrived. */
export const markDelivered = async (
  tx: Tx,
  key: DeliveryKey,
  { telegramMessageId, now }: { telegramMessageId: number; now: Date },
): Promise<void> => {
  // Telegram numbers a chat anew when a group is made again: the old number means nothing any more.
  await tx.problemDelivery.updateMany({
    where: { chatId: key.chatId, telegramMessageId },
    data: { telegramMessageId: null },
  });
  await tx.problemDelivery.update({
    where: keyOf(key),
    data: { dueAt: null, sentAt: now, telegramMessageId },
  });
};

/** It is tried again later; `dueAt` null: never again. */
export const putOffDelivery = async (tx: Tx, key: DeliveryKey, dueAt: Date | null): Promise<void> => {
  await tx.problemDelivery.update({ where: keyOf(key), data: { dueAt } });
};

/** What a message of the bot was about, for a reply to it. */
interface RepliedTo {
  reportId: number;
  /** Who had said it. */
  side: ProblemSide;
  authorId: number;
}

/** The report whose message was sent into this chat under this number; null: the message is none of a report. */
export const findRepliedTo = async (
  db: Db,
  { chatId, messageId }: { chatId: number; messageId: number },
): Promise<RepliedTo | null> => {
  const row = await db.problemDelivery.findUnique({
    where: { chatId_telegramMessageId: { chatId: BigInt(chatId), telegramMessageId: messageId } },
    select: { message: { select: { side: true, reportId: true, report: { select: { authorId: true } } } } },
  });
  return (
    row && {
      reportId: row.message.reportId,
      side: row.message.side,
      authorId: row.message.report.authorId,
    }
  );
};
