import { randomInt } from 'node:crypto';
import { createDb, type DbClient } from '@perezvon/db';
import { givenClinic } from '@perezvon/db/testing';
import { startSimulator, type ChatMessage, type Person, type Simulator } from '@perezvon/telegram-simulator';
import type { BenchDatabase } from '../servers.js';
import { startServiceProcess } from '../service-process.js';
import { storeAssignments } from './store-assignments.js';
import { storeCalls } from './store-calls.js';
import { WALK, type Step } from './walk.js';

/** Who walks through the screens. */
interface Crowd {
  /** People take their steps in turn, as people do: nobody presses ten buttons a second. */
  admins: number;
  /** Walks of every person; the first one opens connections and compiles, and is not counted. */
  walks: number;
}

const CROWD: Crowd = { admins: 8, walks: 4 };
const FIRST_ADMIN_ID = 8_001;
const ROLLED_UP_CHECK_MS = 200;
const TOKEN_SECRET = 'benchmark-of-the-bot';
const MAX_BOT_ID = 999_999;

/** One step of one person, in milliseconds since he pressed or sent. */
export interface Measured {
  name: string;
  /** Until the tap was answered; null: words are not answered but with a message. */
  answered: number | null;
  /** Until the new screen stood in the chat. */
  drawn: number;
}

const silent = () => {};

const startChat = (admins: number): Promise<Simulator> =>
  startSimulator({
    port: 0,
    token: `${randomInt(1_000, MAX_BOT_ID)}:${TOKEN_SECRET}`,
    people: Array.from({ length: admins }, (_, index) => ({
      id: FIRST_ADMIN_ID + index,
      firstName: `Анна ${index + 1}`,
      languageCode: 'ru',
    })),
    log: { debug: silent, info: silent, warn: silent, error: silent },
    now: () => new Date(),
  });

const looksOf = ({ text, buttons }: ChatMessage): string => JSON.stringify([text, buttons]);

/** Takes one step from the screen `shown` (null: nothing is there yet). @returns the screen that it led to */
const take = async (
  person: Person,
  shown: ChatMessage | null,
  step: Step,
): Promise<{ measured: Measured; screen: ChatMessage }> => {
  const newest = person.lastMessage()?.messageId ?? 0;
  const before = shown && looksOf(shown);
  const startedAt = performance.now();
  const since = (): number => performance.now() - startedAt;
  const act = async (): Promise<number | null> => {
    if ('write' in step) {
      await person.send(step.write);
      return null;
    }
    await person.tap(step.press, shown ? { messageId: shown.messageId } : {});
    return since();
  };
  const see = async () => {
    const screen = await person.waitFor(
      (message) =>
        message.from === 'bot' &&
        (message.messageId > newest ||
          (message.messageId === shown?.messageId && looksOf(message) !== before)),
      { what: `the screen «${step.name}»` },
    );
    return { screen, drawn: since() };
  };
  const [answered, { screen, drawn }] = await Promise.all([act(), see()]);
  return { measured: { name: step.name, answered, drawn }, screen };
};

/** Everybody walks through the whole day, one step of one person at a time. */
const walk = async (people: readonly Person[]): Promise<Measured[]> => {
  const shown = new Map<number, ChatMessage>();
  const all: Measured[] = [];
  for (const step of WALK)
    for (const person of people) {
      const { measured, screen } = await take(person, shown.get(person.id) ?? null, step);
      shown.set(person.id, screen);
      all.push(measured);
    }
  return all;
};

/** Waits until reporting has counted every day. */
const untilRolledUp = async (db: DbClient): Promise<void> => {
  while ((await db.dirtyRollupDay.count()) > 0)
    await new Promise((resolve) => setTimeout(resolve, ROLLED_UP_CHECK_MS));
};

/**
 * Stores `calls` calls, starts a bot-gateway as a process of its own over a Bot API stand-in, and lets admins walk
 * through their screens.
 */
const measureAt = async (
  { database, chat, db, crowd }: { database: BenchDatabase; chat: Simulator; db: DbClient; crowd: Crowd },
  calls: number,
  onDone: (calls: number) => void,
): Promise<Measured[]> => {
  const env = {
    DATABASE_URL: database.url,
    PEREZVON_HOME: database.home,
    TELEGRAM_BOT_TOKEN: chat.token,
    TELEGRAM_API_ROOT: chat.apiRoot,
    // These admins tap faster than people do.
    TELEGRAM_PERSON_PER_MINUTE: '1000000',
  };
  await storeCalls(db, calls, onDone);
  await storeAssignments(db, calls);
  const stopReporting = await startServiceProcess('reporting', env);
  try {
    await untilRolledUp(db);
  } finally {
    await stopReporting();
  }
  const stopBot = await startServiceProcess('bot-gateway', env);
  try {
    const people = Array.from({ length: crowd.admins }, (_, index) => chat.person(FIRST_ADMIN_ID + index));
    await walk(people);
    const walks: Measured[][] = [];
    for (let count = 1; count < crowd.walks; count += 1) walks.push(await walk(people));
    return walks.flat();
  } finally {
    await stopBot();
  }
};

/**
 * Measures the bot with each number of stored calls, on one database, the same people and the same walk.
 * @param crowd a test needs to know only that every step leads somewhere: one admin will do
 */
export const measureBot = async (
  database: BenchDatabase,
  sizes: readonly number[],
  onDone: (size: number, calls: number) => void,
  crowd: Crowd = CROWD,
): Promise<{ calls: number; steps: Measured[] }[]> => {
  const db = createDb({ url: database.url });
  const chat = await startChat(crowd.admins);
  try {
    await givenClinic(db);
    await db.user.createMany({
      data: Array.from({ length: crowd.admins }, (_, index) => ({
        telegramId: FIRST_ADMIN_ID + index,
        firstName: `Анна ${index + 1}`,
        role: 'admin' as const,
        status: 'active' as const,
      })),
    });
    const found: { calls: number; steps: Measured[] }[] = [];
    for (const calls of sizes)
      found.push({
        calls,
        steps: await measureAt({ database, chat, db, crowd }, calls, (done) => onDone(calls, done)),
      });
    return found;
  } finally {
    await chat.stop();
    await db.$disconnect();
  }
};
