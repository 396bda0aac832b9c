import { createDb, migrate, openDatabase, type DbClient } from '@perezvon/db';
import { chooseBackend, migrateQueues, type Log } from '@perezvon/messaging';
import type { StopStack } from '@perezvon/service';
import { openDemo } from '../demo/demo.js';
import { loadDemoTexts, type DemoTexts } from '../demo/load-texts.js';
import type { Addresses } from './addresses.js';
import { childEnvironment } from './child-environment.js';
import type { StartConfig } from './config.js';
import { findPorts } from './ports.js';
import { startServices } from './services-part.js';
import { openTelegram, type Telegram } from './telegram-part.js';

export interface ProductOptions {
  config: StartConfig;
  /** The environment with `.env`. */
  env: NodeJS.ProcessEnv;
  /** Every part that was started, for whoever stops them: also those of a start that fails half-way. */
  stack: StopStack;
  /** Aborted when somebody wants to stop while it still starts. */
  signal: AbortSignal;
  log: Log;
  tell: (line: string) => void;
  /** Where a progress bar may be drawn; null: nowhere. */
  terminal: NodeJS.WriteStream | null;
  /** Is given how to end the services at once. */
  onKillable: (kill: () => void) => void;
}

/** The supervisor only seeds the demo and looks how far its scoring is. */
const OWN_CONNECTIONS = 3;

const findOwnPorts = ({ INGEST_PORT, OPS_PORT, SIMULATOR_PORT, TELEGRAM_BOT_TOKEN }: StartConfig) =>
  findPorts([
    ['INGEST_PORT', INGEST_PORT],
    ['OPS_PORT', OPS_PORT],
    ...(TELEGRAM_BOT_TOKEN === undefined ? [['SIMULATOR_PORT', SIMULATOR_PORT] as const] : []),
  ]);

/** In the simulator its first person is the developer, unless somebody else is named. */
const supremeDevIds = (config: StartConfig, { people }: DemoTexts): string =>
  config.SUPREME_DEV_TELEGRAM_IDS ??
  (config.TELEGRAM_BOT_TOKEN === undefined ? String(people[0]?.telegramId ?? '') : '');

const openMigratedDatabase = async ({
  config,
  stack,
}: ProductOptions): Promise<{ url: string; db: DbClient }> => {
  const database = await openDatabase({ home: config.PEREZVON_HOME, databaseUrl: config.DATABASE_URL });
  stack.push('database', () => database.stop());
  await migrate(database.url);
  await migrateQueues(chooseBackend({ redisUrl: config.REDIS_URL, databaseUrl: database.url }));
  const db = createDb({
    url: database.url,
    maxConnections: OWN_CONNECTIONS,
    applicationName: 'perezvon-start',
  });
  stack.push('pool', () => db.$disconnect());
  return { url: database.url, db };
};

/** What the services are told, beyond the person's own environment. */
interface Wiring {
  databaseUrl: string;
  ingestPort: number;
  opsPort: number;
  telegram: Telegram;
  supremeDevIds: string;
}

const startAllServices = async (options: ProductOptions, wiring: Wiring): Promise<void> => {
  const { config, env, stack, signal, tell, onKillable } = options;
  const services = await startServices({
    home: config.PEREZVON_HOME,
    env: childEnvironment(env, config, wiring),
    tell,
  });
  stack.push('services', services.stop);
  onKillable(services.kill);
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  await Promise.race([services.started, stopped]);
};

/**
 * Starts the whole product: ports are tried first, then database, simulator, demo calls, every service, and what the
 * demo needs the services for.
 * @returns where everything is
 * @throws an error whose message is the one line for the person at the terminal; the signal's reason when stopped
 */
export const startProduct = async (options: ProductOptions): Promise<Addresses> => {
  const { config, stack, signal, log, tell } = options;
  const ports = await findOwnPorts(config);
  const ingestPort = ports.get('INGEST_PORT') ?? config.INGEST_PORT;
  const opsPort = ports.get('OPS_PORT') ?? config.OPS_PORT;
  const port = ports.get('SIMULATOR_PORT') ?? config.SIMULATOR_PORT;
  const texts = await loadDemoTexts();

  const telegram = await openTelegram(config, { port, people: texts.people, log });
  stack.push('telegram', telegram.stop);
  signal.throwIfAborted();

  const { url: databaseUrl, db } = await openMigratedDatabase(options);
  signal.throwIfAborted();

  const devs = supremeDevIds(config, texts);
  const demo = config.DEMO_DATA
    ? openDemo(texts, { db, log, config, supremeDevIds: devs, signal, tell, terminal: options.terminal })
    : null;
  await demo?.seed();
  signal.throwIfAborted();

  tell('Starting the services…');
  await startAllServices(options, { databaseUrl, ingestPort, opsPort, telegram, supremeDevIds: devs });
  if (demo) stack.push('demo', await demo.bringToLife());

  return {
    chatUrl: telegram.chatUrl,
    ingestPort,
    opsPort,
    opsUser: config.OPS_USER,
    home: config.PEREZVON_HOME,
    isIngestTokenSet: config.INGEST_TOKEN !== undefined,
    isOpsPasswordSet: config.OPS_PASSWORD !== undefined,
  };
};
