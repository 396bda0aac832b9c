import {
  ConfigError,
  createLogger,
  createStopStack,
  describeStartFailure,
  loadConfig,
  readEnvironment,
} from '@perezvon/service';
import { SimulatorError } from '@perezvon/telegram-simulator';
import { asksForHelp, EXIT, type CliIo, type Command } from '../cli.js';
import { addressLines } from './addresses.js';
import { ServiceStartError } from './child.js';
import { StartEnvironment, type StartConfig } from './config.js';
import { AlreadyRunningError, lockHome } from './home-lock.js';
import { openLogSink } from './log-sink.js';
import { PortError } from './ports.js';
import { startProduct } from './product.js';
import { listenForStop } from './stop-request.js';

const HELP = `npm start              starts everything, prints the addresses and then: Perezvon is ready
npm start -- --help    this text

It needs nothing but Node 20: the database is an embedded PostgreSQL, the queues live in it, and without a bot token
a web chat stands in for Telegram, with a month of made-up calls. Ctrl-C stops everything; the data stays in
PEREZVON_HOME (default .perezvon).

Read from the environment or from .env (.env.example explains every name):
  PEREZVON_HOME, DATABASE_URL, REDIS_URL, TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, SUPREME_DEV_TELEGRAM_IDS,
  INGEST_PORT, INGEST_TOKEN, OPS_PORT, OPS_USER, OPS_PASSWORD, SIMULATOR_PORT, DEMO_DATA, CLINIC_TIMEZONE, LOG_LEVEL`;

/** Errors that say by themselves what to do. */
const SELF_EXPLAINING = [AlreadyRunningError, PortError, ServiceStartError, SimulatorError];

const failureLine = (config: StartConfig | object, error: unknown): string =>
  error instanceof Error && SELF_EXPLAINING.some((kind) => error instanceof kind)
    ? error.message
    : describeStartFailure('Perezvon', config, error);

const runLocked = async (
  config: StartConfig,
  env: NodeJS.ProcessEnv,
  { out, err }: CliIo,
): Promise<number> => {
  const tell = (line: string): void => out(line);
  let kill = (): void => {};
  const request = listenForStop(() => {
    kill();
    process.exit(EXIT.failed);
  });
  const sink = await openLogSink(config.PEREZVON_HOME, 'start', tell);
  const destination = { write: (line: string) => sink.write(line.trimEnd()) };
  const log = createLogger({ service: 'start', level: 'info', destination });
  const stack = createStopStack(log);
  try {
    const { signal } = request;
    const addresses = await startProduct({
      config,
      env,
      stack,
      signal,
      log,
      tell,
      terminal: process.stderr.isTTY ? process.stderr : null,
      onKillable: (how) => (kill = how),
    });
    for (const line of addressLines(addresses, process.cwd(), new Date())) out(line);
    out('Perezvon is ready');
    await request.asked;
    return EXIT.ok;
  } catch (error) {
    // Stopped while it started: that is what was asked for.
    if (request.signal.aborted) return EXIT.ok;
    err(failureLine(config, error));
    return EXIT.failed;
  } finally {
    if (request.signal.aborted) out('Stopping… (Ctrl-C again ends it at once)');
    await stack.unwind();
    await sink.close();
    request.release();
  }
};

const readConfig = (): { config: StartConfig; env: NodeJS.ProcessEnv } => {
  const env = readEnvironment(process.cwd(), process.env);
  return { config: loadConfig(StartEnvironment, env), env };
};

/** `npm start`: the whole product in one command, until it is stopped. */
export const runStart: Command = async (argv, io) => {
  if (argv.length > 0) {
    (asksForHelp(argv) ? io.out : io.err)(HELP);
    return asksForHelp(argv) ? EXIT.ok : EXIT.usage;
  }
  try {
    const { config, env } = readConfig();
    const unlock = await lockHome(config.PEREZVON_HOME);
    try {
      return await runLocked(config, env, io);
    } finally {
      await unlock();
    }
  } catch (error) {
    io.err(error instanceof ConfigError ? error.message : failureLine({}, error));
    return EXIT.failed;
  }
};
