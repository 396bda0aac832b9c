import type { Envelope, QueueName } from '@perezvon/contracts';
import type { DbClient, PhoneKeys } from '@perezvon/db';
import { processMessage, type Log, type QueueHandlers } from '@perezvon/messaging';
import { DateTime } from 'luxon';
import type { WorkingMoment } from './texts-schema.js';

/** What is needed to tell what happened before the first start. */
export interface PastDeps {
  db: DbClient;
  log: Log;
  /** Says which day is today. */
  now: () => Date;
  /** IANA time zone of the clinic. */
  zone: string;
  /** What the numbers of clients are hidden with. */
  phoneKeys: PhoneKeys;
}

/** The moment meant on the clinic's clock, `now` being any moment of today. */
export const momentOf = ({ day, at }: WorkingMoment, now: Date, zone: string): Date => {
  const [hour, minute] = at.split(':').map(Number);
  const midnight = DateTime.fromJSDate(now, { zone }).startOf('day').plus({ days: day });
  return midnight.set({ hour, minute }).toJSDate();
};

/** Who has that name in the chat; null: somebody has taken him out of the demo. */
export const userId = async ({ db }: PastDeps, username: string): Promise<number | null> =>
  (await db.user.findFirst({ where: { username }, select: { id: true } }))?.id ?? null;

/** Lets a service's own handlers decide, with their clock turned back: the log tells it like any other. */
export const act = <Q extends QueueName>(
  queue: Q,
  intent: Envelope,
  handlers: QueueHandlers<Q>,
  at: Date,
  { db, log }: PastDeps,
) => processMessage(queue, intent, handlers, { db, log, now: () => at });
