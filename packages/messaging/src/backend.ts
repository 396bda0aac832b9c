import {
  createRedisBackend,
  PostgresQueueBackend,
  type BackendFactory,
  type PostgresPoolConfig,
} from 'bullmq';
import { Redis } from 'ioredis';
import { ReopeningConnection } from './postgres-connection.js';

/** Where the queues live: Redis when there is one, else the PostgreSQL that holds everything. */
export type QueueBackend =
  | { kind: 'redis'; url: string; /** Keeps test runs apart in one Redis. */ prefix?: string }
  | { kind: 'postgres'; url: string };

/** The backend that the configuration asks for. */
export const chooseBackend = (urls: { redisUrl?: string | undefined; databaseUrl: string }): QueueBackend =>
  urls.redisUrl === undefined
    ? { kind: 'postgres', url: urls.databaseUrl }
    : { kind: 'redis', url: urls.redisUrl };

/** A producer's pool: `addBulk` and the board's counts. */
const PRODUCER_CONNECTIONS = 2;
/** A worker's own pool: fetching, lock renewal, completion. */
const WORKER_CONNECTIONS = 3;
/** A server that does not answer within it is away: the outbox keeps the messages. */
export const CONNECT_TIMEOUT_MS = 5_000;

/** That Redis answers, and what of itself. */
export interface RedisAnswer {
  answeredInMs: number;
  /** null: it did not say (some hosted ones hide it). */
  memoryBytes: number | null;
}

const USED_MEMORY = /^used_memory:(\d+)/m;

const ask = async (connection: Redis): Promise<RedisAnswer> => {
  const askedAt = performance.now();
  const used = USED_MEMORY.exec(await connection.info('memory'))?.[1];
  return {
    answeredInMs: performance.now() - askedAt,
    memoryBytes: used === undefined ? null : Number(used),
  };
};

/** BullMQ's seam between its classes and a datastore, with the connections that one process shares. */
export interface OpenBackend {
  factory: BackendFactory;
  /** See `Queues.askRedis`. */
  askRedis(): Promise<RedisAnswer | null>;
  close(): Promise<void>;
}

const openRedis = (url: string, onError: (error: Error) => void): OpenBackend => {
  const connections: Redis[] = [];
  const connect = (options: { maxRetriesPerRequest: number | null; commandTimeout?: number }): Redis => {
    const connection = new Redis(url, { connectTimeout: CONNECT_TIMEOUT_MS, ...options });
    connection.on('error', onError);
    connections.push(connection);
    return connection;
  };
  let shared: Redis | undefined;
  const producer = (): Redis =>
    (shared ??= connect({ maxRetriesPerRequest: 1, commandTimeout: CONNECT_TIMEOUT_MS }));
  return {
    factory: (name, options, role) => {
      // A worker waits for Redis as long as it takes; a producer fails fast, and the outbox keeps the message.
      const connection = role?.withBlockingConnection ? connect({ maxRetriesPerRequest: null }) : producer();
      return createRedisBackend(name, { ...options, connection }, role);
    },
    askRedis: () => ask(producer()),
    close: async () => {
      for (const connection of connections) connection.disconnect();
    },
  };
};

/**
 * A job's step does not wait for the disk: a server that loses power forgets the last half second of its queues, and
 * the outbox sends those messages again. What a message changed is written by other connections, which do wait.
 */
const WITHOUT_WAITING_FOR_THE_DISK = '-c synchronous_commit=off';

/** A worker asks again at once when it got no answer; a server that comes up needs no hundred askers a second. */
const WORKER_RETRY_MS = 500;

type Open = (
  base: PostgresPoolConfig,
  name: string,
  options: Parameters<BackendFactory>[1],
) => PostgresQueueBackend;

const openProducer: Open = (base, name, options) => {
  const settings = { ...base, max: PRODUCER_CONNECTIONS };
  const connection = new ReopeningConnection(settings, 0);
  return new PostgresQueueBackend(connection, name, { ...options, connection: settings });
};

/** The board counts a queue's workers by the name of the connection that waits for jobs. */
const openWorker: Open = (base, name, options) => {
  const settings = { ...base, max: WORKER_CONNECTIONS };
  const connection = new ReopeningConnection(settings, WORKER_RETRY_MS);
  connection.on('ready', () => {
    if (connection.isClosing) return;
    connection.setListenClientName(name).catch((error: unknown) => connection.emit('error', error));
  });
  return new PostgresQueueBackend(connection, name, { ...options, connection: settings });
};

const openPostgres = (url: string): OpenBackend => {
  const base = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    options: WITHOUT_WAITING_FOR_THE_DISK,
  };
  return {
    // Each queue and worker owns a pool and closes it; an idle producer's connections are given back.
    factory: (name, options, role) =>
      role?.withBlockingConnection ? openWorker(base, name, options) : openProducer(base, name, options),
    askRedis: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
};

/**
 * Opens a backend; connects when first used. A backend that is down shows in `onError` and in rejected calls,
 * never as a crash.
 */
export const openBackend = (backend: QueueBackend, onError: (error: Error) => void): OpenBackend =>
  backend.kind === 'redis' ? openRedis(backend.url, onError) : openPostgres(backend.url);
