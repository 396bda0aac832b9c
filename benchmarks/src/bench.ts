import type { CallRecord } from '@perezvon/contracts';
import type { QueueBackend } from '@perezvon/messaging';
import { readArguments, UsageError, type BenchArguments, type Measurement } from './arguments.js';
import { measureBot } from './bot/measure-bot.js';
import { reportBot } from './bot/report-bot.js';
import { measureCallbacks } from './callbacks/measure-callbacks.js';
import { reportCallbacks } from './callbacks/report-callbacks.js';
import { HELP } from './help.js';
import { measureLm } from './lm/measure-lm.js';
import { readCalls } from './lm/read-calls.js';
import { reportLm } from './lm/report-lm.js';
import { madeCalls } from './made-calls.js';
import { measureCallPath, type CallPathSpeed } from './measure-call-path.js';
import { measureEngine } from './measure-engine.js';
import { measureQueue } from './measure-queue.js';
import { withProgress, type ProgressStream } from './progress.js';
import { measureReminders } from './reminders/measure-reminders.js';
import { reportReminders } from './reminders/report-reminders.js';
import { findRedis, startDatabase } from './servers.js';
import { asCount, asRatio, table } from './table.js';

export interface BenchIo {
  out: (line: string) => void;
  err: (line: string) => void;
  /** Where a progress bar is drawn; default: standard error. */
  terminal?: ProgressStream;
  env?: NodeJS.ProcessEnv;
}

interface BackendSpeed extends CallPathSpeed {
  backend: QueueBackend['kind'];
  /** Raw BullMQ: jobs a second that do nothing. */
  jobs: number;
}

interface Run {
  calls: readonly CallRecord[];
  terminal: ProgressStream;
}

const EXIT = { measured: 0, failed: 1, usage: 2 } as const;
const TITLES = { postgres: 'PostgreSQL', redis: 'Redis' } as const;

/** Both measurements of one backend, on a fresh database, one after the other. */
const measureBackend = async (
  redisUrl: string | undefined,
  { calls, terminal }: Run,
): Promise<BackendSpeed> => {
  const database = await startDatabase();
  try {
    const backend: QueueBackend =
      redisUrl === undefined ? { kind: 'postgres', url: database.url } : { kind: 'redis', url: redisUrl };
    const title = TITLES[backend.kind];
    const jobs = await withProgress(terminal, `${title}: jobs `, calls.length, (onDone) =>
      measureQueue(backend, calls.length, onDone),
    );
    const path = await withProgress(terminal, `${title}: calls`, calls.length, (onDone) =>
      measureCallPath(database, redisUrl, calls, onDone),
    );
    return { backend: backend.kind, jobs, ...path };
  } finally {
    await database.stop();
  }
};

const measureRedis = async (env: NodeJS.ProcessEnv, run: Run): Promise<BackendSpeed | null> => {
  const redis = await findRedis(env['REDIS_URL']);
  if (redis === null) return null;
  try {
    return await measureBackend(redis.url, run);
  } finally {
    await redis.stop();
  }
};

const reportOf = (engine: number | undefined, speeds: readonly BackendSpeed[]): string[] => [
  ...(engine === undefined ? [] : [`Engine alone, one thread: ${asCount(engine)} calls/s`, '']),
  ...(speeds.length === 0
    ? []
    : table(
        speeds.map(({ backend }) => TITLES[backend]),
        [
          {
            label: 'Raw BullMQ, jobs that do nothing: jobs/s',
            cells: speeds.map(({ jobs }) => asCount(jobs)),
          },
          {
            label: 'HTTP request to durable call: calls/s',
            cells: speeds.map(({ accepted }) => asCount(accepted)),
          },
          {
            label: 'HTTP request to durable score: calls/s',
            cells: speeds.map(({ scored }) => asCount(scored)),
          },
          {
            label: 'Durable scores per raw job (ratio)',
            cells: speeds.map(({ scored, jobs }) => asRatio(scored / jobs)),
          },
          ...(engine === undefined
            ? []
            : [
                {
                  label: 'Durable scores per call of the engine (ratio)',
                  cells: speeds.map(({ scored }) => asRatio(scored / engine)),
                },
              ]),
        ],
      )),
];

const measureLmPart = async (
  { lmCalls: count, lmFile }: BenchArguments,
  terminal: ProgressStream,
): Promise<string[]> => {
  const file = readCalls(lmFile);
  const speed = await withProgress(terminal, 'LM engine', count, async (onDone) =>
    measureLm(file, count, onDone),
  );
  return reportLm(file, count, speed);
};

/** The bot on a database of its own, which is thrown away. */
const measureBotPart = async ({ botCalls }: BenchArguments, terminal: ProgressStream): Promise<string[]> => {
  const database = await startDatabase();
  try {
    const all = botCalls.reduce((sum, calls) => sum + calls, 0);
    const before = (size: number) =>
      botCalls.filter((calls) => calls < size).reduce((sum, calls) => sum + calls, 0);
    const speeds = await withProgress(terminal, 'Bot: storing calls', all, (onDone) =>
      measureBot(database, botCalls, (size, done) => onDone(before(size) + done)),
    );
    return reportBot(speeds);
  } finally {
    await database.stop();
  }
};

/** Deadlines of one moment, on a database of their own. */
const measureReminderPart = async (
  { reminders }: BenchArguments,
  terminal: ProgressStream,
): Promise<string[]> => {
  const database = await startDatabase();
  try {
    const speed = await withProgress(terminal, 'Reminders', reminders, (onDone) =>
      measureReminders(database, reminders, onDone),
    );
    return reportReminders(speed);
  } finally {
    await database.stop();
  }
};

/** Callbacks of a made month, on a database of their own. */
const measureCallbackPart = async (
  { callbackCalls }: BenchArguments,
  terminal: ProgressStream,
): Promise<string[]> => {
  const database = await startDatabase();
  try {
    const matching = await withProgress(terminal, 'Callbacks', callbackCalls, (onDone) =>
      measureCallbacks(database, callbackCalls, onDone),
    );
    return reportCallbacks(matching);
  } finally {
    await database.stop();
  }
};

const measure = async (given: BenchArguments, io: BenchIo): Promise<void> => {
  const { calls: count, only } = given;
  const asked = (name: Measurement) => only === undefined || only === name;
  const run: Run = { calls: madeCalls(count), terminal: io.terminal ?? process.stderr };
  // First, while nothing is compiled: a cold start can be measured once only.
  if (asked('lm')) for (const line of await measureLmPart(given, run.terminal)) io.out(line);
  if (only === 'lm') return;
  if (asked('bot')) for (const line of await measureBotPart(given, run.terminal)) io.out(line);
  if (only === 'bot') return;
  if (asked('reminders')) for (const line of await measureReminderPart(given, run.terminal)) io.out(line);
  if (only === 'reminders') return;
  if (only === 'callbacks') {
    for (const line of await measureCallbackPart(given, run.terminal)) io.out(line);
    return;
  }
  io.out(`${asCount(count)} made-up calls; servers of this run, on this machine`);

  const engine = asked('engine')
    ? await withProgress(run.terminal, 'Engine', count, (onDone) => measureEngine(run.calls, onDone))
    : undefined;
  const speeds: BackendSpeed[] = [];
  if (asked('postgres')) speeds.push(await measureBackend(undefined, run));
  if (asked('redis')) {
    const redis = await measureRedis(io.env ?? process.env, run);
    if (redis) speeds.push(redis);
    else io.err('Redis is left out: there is no REDIS_URL and no redis-server on the PATH.');
  }
  for (const line of reportOf(engine, speeds)) io.out(line);
};

/** The command `npm run bench`. @returns its exit code */
export const runBench = async (argv: readonly string[], io: BenchIo): Promise<number> => {
  try {
    const given = readArguments(argv);
    if (given.help) io.out(HELP);
    else await measure(given, io);
    return EXIT.measured;
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return EXIT.failed;
    io.err('Try: npm run bench -- --help');
    return EXIT.usage;
  }
};
