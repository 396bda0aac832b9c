import { tmpdir } from 'node:os';
import { givenNoSummaries, silentLog, testDatabase } from '@perezvon/db/testing';
import type { DbClient } from '@perezvon/db';
import { startHarness, type Harness, type TestBackend } from '@perezvon/messaging/testing';
import { startSimulator, type Simulator } from '@perezvon/telegram-simulator';
import { z } from 'zod';
import { RecordingVariables } from '../../src/config.js';
import { start, type GatewayOptions } from '../../src/start.js';

/** With these the tests store clients' numbers. */
export const TEST_PHONE_KEYS = { encryption: Buffer.alloc(32, 1), hash: Buffer.alloc(32, 2) };

const TOKEN = '100200300:test-token';

/** The people of `givenClinic` in Telegram, by the ids it gives them, and two whom the clinic does not know. */
export const TELEGRAM = {
  supremeDev: 7_001,
  superadmin: 7_002,
  admin: 7_003,
  otherAdmin: 7_004,
  operator: 7_005,
  otherOperator: 7_006,
  marketing: 7_007,
  newcomer: 8_001,
  owner: 8_002,
} as const;

const NAMES: Record<keyof typeof TELEGRAM, string> = {
  supremeDev: 'Дарья',
  superadmin: 'Игорь',
  admin: 'Анна',
  otherAdmin: 'Вера',
  operator: 'Ольга',
  otherOperator: 'Павел',
  marketing: 'Марина',
  newcomer: 'Нина',
  owner: 'Олег',
};

/** The developers' group, with somebody in it whom the clinic does not know. */
export const DEVELOPERS = {
  id: -1_009_001,
  title: 'Разработчики',
  memberIds: [TELEGRAM.supremeDev, TELEGRAM.owner],
};

const isPerson = (name: string): name is keyof typeof TELEGRAM => Object.hasOwn(TELEGRAM, name);
const PEOPLE = Object.keys(TELEGRAM).filter(isPerson);

/** The gateway over a Bot API, with a real database and real queues. */
export interface RunningBot {
  db: DbClient;
  simulator: Simulator;
  /** Somebody's thumb and eyes. */
  person: (who: keyof typeof TELEGRAM) => ReturnType<Simulator['person']>;
  harness: Harness;
  options: GatewayOptions;
  /** Ends the gateway as SIGTERM does; the rest goes on. */
  stopGateway: () => Promise<void>;
  /** Starts the gateway again, as a new process would. */
  startGateway: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Taps of one person in a minute: tests tap faster than people do. */
const FASTER_THAN_PEOPLE = 1_000_000;

interface Options {
  /** How many taps and messages of one person are taken in a minute. */
  perMinute?: number;
  backend?: TestBackend;
  supremeDevs?: readonly (keyof typeof TELEGRAM)[];
  /** Fills the database before the bot runs. */
  given?: (db: DbClient) => Promise<unknown>;
  /** false: the outbox is not relayed, as when the queue is down. */
  relay?: boolean;
  /** The real clock when left out; no morning digest comes then. */
  now?: () => Date;
  /** The folder of recordings that calls name by file. */
  recordings?: string;
  /** The program that converts recordings; without it those that phones do not play go as files. */
  ffmpeg?: string;
  /** The developers read in their group, not each in his own chat. */
  developersGroup?: boolean;
}

/** Recordings come from the folder and over http; the other storages have tests of their own. */
const NO_STORAGES = z.object(RecordingVariables).parse({});

/** Starts a bot of its own for one test. */
export const startBot = async ({
  backend,
  supremeDevs = [],
  given,
  relay = true,
  now,
  recordings,
  ffmpeg = 'off',
  developersGroup = false,
  perMinute = FASTER_THAN_PEOPLE,
}: Options = {}): Promise<RunningBot> => {
  const { db, url } = await testDatabase();
  await given?.(db);
  if (now === undefined) await givenNoSummaries(db);
  const simulator = await startSimulator({
    port: 0,
    token: TOKEN,
    people: PEOPLE.map((who) => ({ id: TELEGRAM[who], firstName: NAMES[who], languageCode: 'ru' })),
    groups: [DEVELOPERS],
    log: silentLog,
    now: () => new Date(),
  });
  const harness = await startHarness({
    db,
    backend: backend ? backend.backend(url) : { kind: 'postgres', url },
    ...(now && { now }),
  });
  if (relay) harness.relay();

  const options: GatewayOptions = {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: simulator.apiRoot,
    CLINIC_TIMEZONE: 'Europe/Moscow',
    PEREZVON_HOME: tmpdir(),
    PHONE_HASH_KEY: TEST_PHONE_KEYS.hash.toString('base64'),
    ...NO_STORAGES,
    RECORDINGS_DIR: recordings,
    RECORDINGS_FFMPEG: ffmpeg,
    // The telephony of the tests stands on this machine.
    RECORDINGS_PRIVATE_HOSTS: new Set(['127.0.0.1']),
    TELEGRAM_WEBHOOK_URL: undefined,
    TELEGRAM_WEBHOOK_SECRET: undefined,
    TELEGRAM_WEBHOOK_PORT: 0,
    TELEGRAM_PERSON_PER_MINUTE: perMinute,
    SUPREME_DEV_TELEGRAM_IDS: new Set(supremeDevs.map((who) => BigInt(TELEGRAM[who]))),
    DEVELOPERS_CHAT_ID: developersGroup ? BigInt(DEVELOPERS.id) : undefined,
  };
  let stopRunning: (() => Promise<void>) | null = null;
  const startGateway = async () => {
    stopRunning = await start(harness.deps, options);
  };
  const stopGateway = async () => {
    await stopRunning?.();
    stopRunning = null;
  };
  await startGateway();

  return {
    db,
    simulator,
    person: (who) => simulator.person(TELEGRAM[who]),
    harness,
    options,
    startGateway,
    stopGateway,
    stop: async () => {
      await stopGateway();
      await harness.stop();
      await simulator.stop();
    },
  };
};
