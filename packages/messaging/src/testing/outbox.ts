import { Envelope } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';

/** The messages that wait in the outbox, in the order they were stored. */
export const outboxMessages = async (db: Db): Promise<Envelope[]> => {
  const rows = await db.outbox.findMany({ orderBy: { id: 'asc' }, select: { message: true } });
  return rows.map(({ message }) => Envelope.parse(message));
};

/** Their types; a message for two queues stands twice. */
export const outboxTypes = async (db: Db): Promise<string[]> =>
  (await outboxMessages(db)).map(({ type }) => type);
