import { Envelope } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

const listWaiting = async (db: Db) => {
  const rows = await db.outbox.findMany({ orderBy: { id: 'asc' }, select: { queue: true, message: true } });
  return rows.map(({ queue, message }) => ({ queue, message: Envelope.parse(message) }));
};

/** The types that wait in the outbox in the order they were stored; a message for two queues stands twice. */
export const outboxTypes = async (db: Db): Promise<string[]> =>
  (await listWaiting(db)).map(({ message }) => message.type);

/** The messages that wait in the outbox in the order they were stored, each once. */
export const outboxMessages = async (db: Db): Promise<Envelope[]> => {
  const waiting = await listWaiting(db);
  return [...new Map(waiting.map(({ message }) => [message.id, message])).values()];
};
