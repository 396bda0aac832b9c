import { createDb, migrate, openDatabase } from '@perezvon/db';
import {
  chooseBackend,
  forgetOldMessages,
  migrateQueues,
  openQueues,
  runEvery,
  startRelay,
  type MessagingDeps,
  type Stop,
} from '@perezvon/messaging';
import type { Registry } from 'prom-client';
import type { ServiceConfig } from './environment.js';
import { startHealthServer } from './health.js';
import { newInstance, startHeartbeat } from './heartbeat.js';
import type { Logger } from './logger.js';
import { createMetrics } from './metrics.js';
import { checkReadiness, type Readiness } from './readiness.js';
import { createStopStack, type StopStack } from './stop-stack.js';
import { VERSION } from './version.js';

/** What a service is made of, built once by `startService`. */
export interface ServiceDeps extends MessagingDeps {
  log: Logger;
  /** The metrics of this process; a service may add its own. */
  registry: Registry;
  /** Whether this process can work now. */
  readiness: () => Promise<Readiness>;
}

export interface ServiceDefinition<Config extends ServiceConfig> {
  /** The folder's name under `services/`. */
  name: string;
  /** Starts what is the service's own and returns how to stop it, which finishes what runs. */
  start: (deps: ServiceDeps, config: Config) => Promise<Stop> | Stop;
}

export interface StartOptions<Config extends ServiceConfig> {
  config: Config;
  log: Logger;
  now: () => Date;
}

export interface RunningService {
  deps: ServiceDeps;
  /** Where the health addresses answer; null without HEALTH_PORT. */
  healthPort: number | null;
  /** Unready, no new work, finish what runs, close pools. A second call waits for the first. */
  stop: Stop;
}

/** Old processed messages are few at a time when every process looks this often. */
const FORGET_EVERY_S = 600;

const openMigratedDatabase = async (config: ServiceConfig, stack: StopStack): Promise<string> => {
  const database = await openDatabase({ home: config.PEREZVON_HOME, databaseUrl: config.DATABASE_URL });
  stack.push('database', () => database.stop());
  await migrate(database.url);
  return database.url;
};

const openDeps = async (
  name: string,
  { config, log, now }: StartOptions<ServiceConfig>,
  stack: StopStack,
  state: () => Readiness['state'],
): Promise<ServiceDeps> => {
  const databaseUrl = await openMigratedDatabase(config, stack);
  const backend = chooseBackend({ redisUrl: config.REDIS_URL, databaseUrl });
  await migrateQueues(backend);

  const db = createDb({ url: databaseUrl, applicationName: `perezvon-${name}` });
  stack.push('pool', () => db.$disconnect());
  const queues = openQueues(backend, (error) => log.warn({ err: error }, 'queue connection failed'));
  stack.push('queues', () => queues.close());

  const { registry, observeJob } = createMetrics();
  return {
    db,
    queues,
    log,
    now,
    registry,
    observe: observeJob,
    readiness: () => checkReadiness(state(), { db, queues, log }),
  };
};

const startParts = async (
  name: string,
  { config, now }: StartOptions<ServiceConfig>,
  deps: ServiceDeps,
  stack: StopStack,
): Promise<number | null> => {
  stack.push('relay', startRelay(deps));
  stack.push(
    'retention',
    runEvery(FORGET_EVERY_S, 'forget-old-messages', () => forgetOldMessages(deps.db), deps),
  );
  stack.push('heartbeat', await startHeartbeat(newInstance(name, VERSION, now()), deps));
  if (config.HEALTH_PORT === undefined) return null;
  const { registry, readiness } = deps;
  const health = await startHealthServer(config.HEALTH_PORT, {
    readiness,
    metrics: () => registry.metrics(),
  });
  stack.push('health', health.stop);
  return health.port;
};

/**
 * Starts a service without touching the process: no signals, no exit, no environment. Database → migrations →
 * queues → relay → heartbeat → health addresses → the service itself; what was started is stopped again when a
 * later step fails.
 * @throws DatabaseError when the database cannot be used; what the service's own start throws
 */
export const startService = async <Config extends ServiceConfig>(
  { name, start }: ServiceDefinition<Config>,
  options: StartOptions<Config>,
): Promise<RunningService> => {
  const { config, log } = options;
  const stack = createStopStack(log);
  let state: Readiness['state'] = 'starting';
  let stopping: Promise<void> | undefined;

  try {
    const deps = await openDeps(name, options, stack, () => state);
    const healthPort = await startParts(name, options, deps, stack);
    stack.push('service', await start(deps, config));
    state = 'running';
    log.info({ version: VERSION, healthPort, queues: deps.queues.backend.kind }, 'service started');
    const stop = (): Promise<void> => {
      state = 'stopping';
      return (stopping ??= stack.unwind());
    };
    return { deps, healthPort, stop };
  } catch (error) {
    await stack.unwind();
    throw error;
  }
};
