import { createDb, type DbClient } from '@perezvon/db';
import { startSimulator } from '@perezvon/telegram-simulator';
import type { BenchDatabase } from '../servers.js';
import { startServiceProcess } from '../service-process.js';
import { madeOwners, storeDeadlines, storeOwners } from './store-deadlines.js';

/** What an operator may have at once. */
const DEADLINES_A_PERSON = 25;
/** The deadlines come when everything is stored. */
const LEAD_MS = 5_000;
const CHECK_MS = 200;
const GIVE_UP_MS = 600_000;
/** Telegram says «too many» now and then, whatever one does. */
const REFUSALS = { times: 10, retryAfterS: 1 };
const TOKEN = '100200400:benchmark-of-reminders';

const silent = () => {};

export interface ReminderSpeed {
  assignments: number;
  people: number;
  /** How many assignments were told to their owner; more than `assignments`: some twice. */
  told: number;
  /** When each message stood in its chat, in milliseconds after the deadline. */
  sentAfterMs: readonly number[];
}

const countTold = (db: DbClient): Promise<number> =>
  db.reminder.count({ where: { message: { sentAt: { not: null } } } });

const untilTold = async (db: DbClient, count: number, onDone: (told: number) => void): Promise<void> => {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (let told = 0; told < count; told = await countTold(db)) {
    onDone(told);
    if (Date.now() > giveUpAt) throw new Error(`only ${told} of ${count} deadlines were told in ten minutes`);
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  }
};

const readSpeed = async (
  db: DbClient,
  dueAt: Date,
): Promise<Omit<ReminderSpeed, 'assignments' | 'people'>> => {
  const messages = await db.notificationMessage.findMany({
    where: { sentAt: { not: null } },
    select: { sentAt: true },
  });
  return {
    told: await countTold(db),
    sentAfterMs: messages.flatMap(({ sentAt }) => (sentAt ? [sentAt.getTime() - dueAt.getTime()] : [])),
  };
};

/** Lets many deadlines come at one moment, with the assignment service and a bot-gateway as processes of their own. */
export const measureReminders = async (
  database: BenchDatabase,
  assignments: number,
  onDone: (told: number) => void,
): Promise<ReminderSpeed> => {
  const db = createDb({ url: database.url });
  const owners = madeOwners(Math.ceil(assignments / DEADLINES_A_PERSON));
  const chat = await startSimulator({
    port: 0,
    token: TOKEN,
    people: owners.map(({ telegramId: id, firstName }) => ({ id, firstName, languageCode: 'ru' })),
    log: { debug: silent, info: silent, warn: silent, error: silent },
    now: () => new Date(),
  });
  const stops: (() => Promise<void>)[] = [() => chat.stop(), () => db.$disconnect()];
  try {
    await storeOwners(db, owners);
    const env = {
      DATABASE_URL: database.url,
      PEREZVON_HOME: database.home,
      TELEGRAM_BOT_TOKEN: chat.token,
      TELEGRAM_API_ROOT: chat.apiRoot,
    };
    for (const name of ['assignment', 'bot-gateway']) stops.push(await startServiceProcess(name, env));
    chat.faults.tooManyRequests('sendMessage', REFUSALS);
    const dueAt = new Date(Date.now() + LEAD_MS);
    await storeDeadlines(db, assignments, dueAt);
    await untilTold(db, assignments, onDone);
    return { assignments, people: owners.length, ...(await readSpeed(db, dueAt)) };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
};
