import type { Envelope } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { carryOut, outboxMessages } from '@perezvon/messaging/testing';
import { intents } from '../../src/intents/index.js';

/** When a test's intent arrives, by whom; its id is its own. */
export interface Sent {
  id: string;
  actorId: number;
  at: Date;
}

/** The service on a database of its own, at a moment that stands still. */
export interface TestService {
  db: DbClient;
  clinic: Clinic;
  /** The context of one more intent of this person. */
  by: (actorId: number) => Sent;
  /** @returns null when done, the reason when refused */
  carryOut: (intent: Envelope) => Promise<string | null>;
  /** Payloads of the events of a type that the last intents led to. */
  published: (type: string) => Promise<unknown[]>;
}

/** A person who types words, which the gateway keeps. @returns their id */
export const givenNote = async (db: DbClient, authorId: number): Promise<number> =>
  (await db.note.create({ data: { authorId, text: 'Пациентка просила связаться позже.' } })).id;

/** Opens the service of one test file. */
export const openService = async (now: string): Promise<TestService> => {
  const { db } = await testDatabase();
  const clinic = await givenClinic(db);
  const at = new Date(now);
  let sent = 1_000;
  return {
    db,
    clinic,
    by: (actorId) => {
      sent += 1;
      return { id: `tg-${sent}`, actorId, at };
    },
    carryOut: (intent) => carryOut('assignment', intent, intents, { db, now: () => at, log: silentLog }),
    published: async (type) =>
      (await outboxMessages(db)).filter((message) => message.type === type).map(({ payload }) => payload),
  };
};
