import type { Envelope, EventBody } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { silentLog } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { handlers } from '../../src/handlers.js';

let messages = 0;

/** The id of a message that did not come before. */
export const newId = (): string => {
  messages += 1;
  return `tg-${messages}`;
};

/** The service handles a message at a moment, as its queue would hand it over. */
export const receive = (db: DbClient, message: Envelope, now: Date): Promise<string> =>
  processMessage('assignment', message, handlers, { db, now: () => now, log: silentLog });

/** The service hears of something. @param id another delivery of the same event has the same */
export const hear = (db: DbClient, event: EventBody, now: Date, id = newId()): Promise<string> =>
  receive(db, { id, actorId: null, causedBy: null, origin: null, at: now.toISOString(), ...event }, now);
