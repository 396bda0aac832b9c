import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment as auditEnvironment, start as startAudit } from '@perezvon/audit';
import { environment as assignmentEnvironment, start as startAssignment } from '@perezvon/assignment';
import { start as startBot, environment as botEnvironment } from '@perezvon/bot-gateway';
import { ingest } from '@perezvon/call-ingest';
import type { Priority } from '@perezvon/contracts';
import { phoneKeysFrom, type DbClient, type PhoneKeys } from '@perezvon/db';
import {
  givenAlwaysOpen,
  givenClinic,
  givenNoSummaries,
  silentLog,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { LmScoringEnvironment, start as startScoring } from '@perezvon/lm-scoring';
import type { MessagingDeps, Stop } from '@perezvon/messaging';
import { startHarness, type TestBackend } from '@perezvon/messaging/testing';
import { environment as reportingEnvironment, start as startReporting } from '@perezvon/reporting';
import { startSimulator, type Person, type Simulator } from '@perezvon/telegram-simulator';
import { z } from 'zod';

const TOKEN = '100200300:test-token';
const TIMEZONE = 'Europe/Moscow';
const KEY_BYTES = 32;
/** On a machine that is busy with other tests. */
const SETTLED_WITHIN_MS = 60_000;
/** Beyond the clinic's own people. */
const FIRST_STRANGER_ID = 990_000_000;

/** Every service that an admin's day needs, over a Bot API, a real database and real queues. */
export interface RunningProduct {
  db: DbClient;
  clinic: Clinic;
  /** Somebody's thumb and eyes. */
  person: (who: keyof Clinic) => Person;
  /** Somebody whom nobody has let in. */
  stranger: (firstName: string) => Person;
  /** What the bot has sent as a file. @param fileId of a message's attachment */
  download: (fileId: string) => Promise<Buffer>;
  /** Takes calls in: `live` ones, unless said otherwise, may alarm people; `bulk` is what the import does. */
  takeIn: (calls: readonly unknown[], priority?: Priority) => Promise<void>;
  /** Resolves when the bot has done what it was asked for; what it handed on to other services may still run. */
  settled: () => Promise<void>;
  /** The page with everybody's chat, for a browser. */
  chatUrl: string;
  /** Where recordings lie that calls name by their file. */
  recordings: string;
  stop: () => Promise<void>;
}

const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');

const startClinicChat = (clinic: Clinic, nameOf: (firstName: string) => string) =>
  startSimulator({
    port: 0,
    token: TOKEN,
    people: Object.values(clinic).map(({ telegramId, firstName }) => ({
      id: Number(telegramId),
      firstName: nameOf(firstName),
      languageCode: 'ru',
    })),
    log: silentLog,
    now: () => new Date(),
  });

const FileAnswer = z.object({ result: z.object({ file_path: z.string() }) });

/** As a bot downloads a file from Telegram. */
const downloadFile = async (apiRoot: string, fileId: string): Promise<Buffer> => {
  const answer = await fetch(`${apiRoot}/bot${TOKEN}/getFile?file_id=${encodeURIComponent(fileId)}`);
  const { result } = FileAnswer.parse(await answer.json());
  const file = await fetch(`${apiRoot}/file/bot${TOKEN}/${result.file_path}`);
  return Buffer.from(await file.arrayBuffer());
};

async function* recordsOf(calls: readonly unknown[]) {
  for (const [index, value] of calls.entries()) yield { line: index + 1, value };
}

/** As after years: numbers of rows have five digits, and buttons are as long as they will be. */
const FIRST_ROW_ID = 50_001;

const givenYearsOfRows = async (db: DbClient): Promise<void> => {
  await db.$executeRaw`
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, ${FIRST_ROW_ID}, false)
    FROM pg_sequences WHERE schemaname = 'public'`;
};

interface ProductOptions {
  /** What a person calls himself in Telegram, from his name in the made-up clinic. */
  nameOf?: (firstName: string) => string;
}

/** Where the product keeps what it writes, with the folder of recordings in it. */
const makeHome = async () => {
  const home = await mkdtemp(join(tmpdir(), 'perezvon-day-'));
  const recordings = join(home, 'recordings');
  await mkdir(recordings);
  return { home, recordings };
};

/** What the services read beside where things lie on this machine. */
const environmentOf = ({ supremeDev }: Clinic) => ({
  CLINIC_TIMEZONE: TIMEZONE,
  TELEGRAM_BOT_TOKEN: TOKEN,
  // Tests tap faster than people do.
  TELEGRAM_PERSON_PER_MINUTE: '1000000',
  SUPREME_DEV_TELEGRAM_IDS: String(supremeDev.telegramId),
});

/** @returns the stop of all of them, the last one first */
const startServices = async (deps: MessagingDeps, env: Record<string, string>): Promise<Stop> => {
  const stops = [
    await startScoring(deps, LmScoringEnvironment.parse(env)),
    startReporting(deps, reportingEnvironment.parse(env)),
    startAudit(deps, auditEnvironment.parse(env)),
    startAssignment(deps, assignmentEnvironment.parse(env)),
    await startBot(deps, botEnvironment.parse(env)),
  ];
  return async () => {
    for (const stop of stops.toReversed()) await stop();
  };
};

/** Takes calls in as the import does; one that is refused is a mistake of the test. */
const takerIn =
  (deps: MessagingDeps, phoneKeys: PhoneKeys): RunningProduct['takeIn'] =>
  async (calls, priority = 'live') => {
    const onRejected = ({ error }: { error: string }): void => {
      throw new Error(`a call was not taken: ${error}`);
    };
    await ingest(
      recordsOf(calls),
      { zone: TIMEZONE, defaultSource: null, priority, onRejected },
      { ...deps, phoneKeys },
    );
    deps.queues.wakeRelay();
  };

/** Gives the simulator's newcomers ids that nobody has. */
const strangersOf = (simulator: Simulator): RunningProduct['stranger'] => {
  let strangers = 0;
  return (firstName) => {
    strangers += 1;
    return simulator.addPerson({ id: FIRST_STRANGER_ID + strangers, firstName, languageCode: 'ru' });
  };
};

/** Starts the product in this process on a database of its own. */
export const startProduct = async (
  backend: TestBackend,
  { nameOf = (firstName) => firstName }: ProductOptions = {},
): Promise<RunningProduct> => {
  const { db, url } = await testDatabase();
  await givenYearsOfRows(db);
  const clinic = await givenClinic(db);
  await givenAlwaysOpen(db);
  await givenNoSummaries(db);
  const { home, recordings } = await makeHome();
  const simulator = await startClinicChat(clinic, nameOf);
  const harness = await startHarness({ db, backend: backend.backend(url) });
  harness.relay();
  const phones = { encryption: newKey(), hash: newKey() };
  const stopServices = await startServices(harness.deps, {
    ...environmentOf(clinic),
    PHONE_HASH_KEY: phones.hash,
    PEREZVON_HOME: home,
    RECORDINGS_DIR: recordings,
    TELEGRAM_API_ROOT: simulator.apiRoot,
  });

  return {
    db,
    clinic,
    person: (who) => simulator.person(Number(clinic[who].telegramId)),
    stranger: strangersOf(simulator),
    settled: () => simulator.settled({ timeoutMs: SETTLED_WITHIN_MS }),
    chatUrl: simulator.chatUrl,
    recordings,
    download: (fileId) => downloadFile(simulator.apiRoot, fileId),
    takeIn: takerIn(harness.deps, phoneKeysFrom(phones)),
    stop: async () => {
      await stopServices();
      await harness.stop();
      await simulator.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};
