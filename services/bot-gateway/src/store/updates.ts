import type { Db, Tx } from '@perezvon/db';

/** Rows of `processed_messages` that stand for Telegram's updates and for messages sent to people. */
const UPDATES = 'telegram';
const NOTICES = 'telegram-notice';

/** The id of a tap or a message, and of the intent it becomes: the same update is the same intent. */
export const updateKey = (updateId: number): string => `tg-${updateId}`;

/** The update behind such an id; null: the id is of something else. */
export const updateIdOf = (key: string): number | null => {
  const digits = /^tg-(\d{1,10})$/.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
};

const isMarked = async (db: Db, queue: string, messageId: string): Promise<boolean> =>
  (await db.processedMessage.findUnique({ where: { queue_messageId: { queue, messageId } } })) !== null;

const mark = async (tx: Tx, queue: string, messageId: string): Promise<void> => {
  await tx.processedMessage.createMany({ data: [{ queue, messageId }], skipDuplicates: true });
};

/** Whether this update was handled before, also by a process that was killed before it could confirm it. */
export const wasHandled = (db: Db, updateId: number): Promise<boolean> =>
  isMarked(db, UPDATES, updateKey(updateId));

/** The update is handled: when Telegram sends it again, nothing happens. */
export const markHandled = (tx: Tx, updateId: number): Promise<void> =>
  mark(tx, UPDATES, updateKey(updateId));

/** What a person is told once: an event and the person. */
interface NoticeKey {
  eventId: string;
  personId: number;
}
const noticeId = ({ eventId, personId }: NoticeKey): string => `${eventId}.${personId}`;

/** Whether the person was told of the event before. */
export const wasTold = (db: Db, key: NoticeKey): Promise<boolean> => isMarked(db, NOTICES, noticeId(key));

/** The person was told of the event, or cannot be reached any more. */
export const markTold = (tx: Tx, key: NoticeKey): Promise<void> => mark(tx, NOTICES, noticeId(key));
