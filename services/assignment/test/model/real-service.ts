import type { Envelope } from '@perezvon/contracts';
import { createDb, type DbClient } from '@perezvon/db';
import { givenCall, givenClinic, silentLog, testDatabase } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { passOnUntold, tellDue } from '../../src/clock/tell-due.js';
import { handlers } from '../../src/handlers.js';
import { givenNote } from '../support/service.js';
import { messageOfCallBack, messageOfWish, type World } from './messages.js';
import { PEOPLE, type PersonName, type Wish } from './small-model.js';

/** Which client each call is of; null: the number is hidden. Two calls are of one client. */
export const CLIENTS = ['Тарасова', 'Тарасова', 'Ибрагимов', null] as const;
/** Before anything happens. */
const CALLED_AT = '2026-11-23T05:00:00Z';

const phoneOf = (call: number): Uint8Array<ArrayBuffer> | null => {
  const client = CLIENTS[call] ?? null;
  return client === null ? null : new TextEncoder().encode(client);
};

/** People, their words and the calls that everything is about. */
const givenWorld = async (db: DbClient): Promise<World> => {
  const clinic = await givenClinic(db);
  const notes = new Map<PersonName, number>();
  for (const person of PEOPLE) notes.set(person, await givenNote(db, clinic[person].id));
  const callIds: number[] = [];
  for (const call of CLIENTS.keys()) {
    const row = { callDate: CALLED_AT, clientPhoneHash: phoneOf(call) };
    callIds.push((await givenCall(db, row)).historyId);
  }
  return { clinic, notes, callIds };
};

/** The process died here. */
class Crash extends Error {}

/** Is read so often, then the process dies; null: it lives. */
const mortalClock = (now: number, afterReads: number | null): (() => Date) => {
  let reads = 0;
  return () => {
    if (reads === afterReads) throw new Crash('the process died');
    reads += 1;
    return new Date(now);
  };
};

/** The service's handlers and its clock, on a database. */
export interface RealService {
  /** As it was before the first story. */
  reset: () => Promise<void>;
  /** The message of a wish, made once: it may be delivered again. */
  messageOf: (wish: Wish, now: number) => Envelope;
  /** An outgoing call is stored. @returns its id and the message about it */
  storeCallBack: (call: number, seconds: number, now: number) => Promise<{ id: number; message: Envelope }>;
  /** The telephony says otherwise of a call. @returns the message about it */
  correctCallBack: (id: number, seconds: number, now: number) => Promise<Envelope>;
  /** Delivers a message as its queue does: to a process that dies after so many looks at its clock, then to another. */
  deliver: (message: Envelope, now: number, diesAfter?: number | null) => Promise<string>;
  /** A person closes the bot, or writes to it again. */
  setHearing: (person: PersonName, hears: boolean) => Promise<void>;
  /** So many clocks look at once. */
  tick: (now: number, clocks: number) => Promise<void>;
  /** Another process, with connections of its own. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
  db: () => DbClient;
  callIds: readonly number[];
  personOf: (id: number | null) => PersonName | 'nobody';
}

const deliverTo = async (db: DbClient, message: Envelope, now: number, diesAfter: number | null) => {
  const process = (afterReads: number | null) =>
    processMessage('assignment', message, handlers, {
      db,
      now: mortalClock(now, afterReads),
      log: silentLog,
    });
  try {
    return await process(diesAfter);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return process(null);
  }
};

const tickOn = async (db: DbClient, now: number, clocks: number): Promise<void> => {
  const deps = { db, now: () => new Date(now), log: silentLog, timezone: 'Europe/Moscow' };
  const look = async (): Promise<void> => {
    await tellDue(deps);
    await passOnUntold(deps);
  };
  await Promise.all(Array.from({ length: clocks }, look));
};

const forgetAll = async (db: DbClient): Promise<void> => {
  await db.$executeRaw`TRUNCATE assignments, outbox, processed_messages CASCADE`;
  await db.call.deleteMany({ where: { direction: 'outbound' } });
  await db.user.updateMany({ data: { unreachableSince: null } });
};

/** Opens the service on a database of its own. */
export const openRealService = async (): Promise<RealService> => {
  const { db: first, url } = await testDatabase();
  const world = await givenWorld(first);
  let db = first;
  let sent = 0;
  const nextId = (kind: string): string => {
    sent += 1;
    return `${kind}-${sent}`;
  };
  return {
    callIds: world.callIds,
    personOf: (id) => PEOPLE.find((person) => world.clinic[person].id === id) ?? 'nobody',
    db: () => db,
    messageOf: (wish, now) => messageOfWish(world, wish, { id: nextId('tg'), now }),
    deliver: (message, now, diesAfter = null) => deliverTo(db, message, now, diesAfter),
    setHearing: async (person, hears) => {
      const where = { id: world.clinic[person].id };
      await db.user.update({ where, data: { unreachableSince: hears ? null : new Date(CALLED_AT) } });
    },
    tick: (now, clocks) => tickOn(db, now, clocks),
    reset: () => forgetAll(db),
    close: () => db.$disconnect(),
    restart: async () => {
      await db.$disconnect();
      db = createDb({ url });
    },
    correctCallBack: async (id, seconds, now) => {
      await db.call.update({ where: { historyId: id }, data: { talkDuration: seconds } });
      return messageOfCallBack(id, 2, { id: nextId('call'), now });
    },
    storeCallBack: async (call, seconds, now) => {
      const row = { callDate: new Date(now), clientPhoneHash: phoneOf(call), talkDuration: seconds };
      const { historyId } = await givenCall(db, { ...row, direction: 'outbound', turns: null });
      return { id: historyId, message: messageOfCallBack(historyId, 1, { id: nextId('call'), now }) };
    },
  };
};
