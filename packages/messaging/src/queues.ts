import { QUEUES, type Envelope, type QueueName } from '@perezvon/contracts';
import { Queue, runMigrations, Worker, type IQueueBackend, type KeepJobs, type Processor } from 'bullmq';
import { Client } from 'pg';
import {
  CONNECT_TIMEOUT_MS,
  openBackend,
  type OpenBackend,
  type QueueBackend,
  type RedisAnswer,
} from './backend.js';

/** How soon the job of a dead worker is taken up again. */
export interface WorkerTiming {
  /** A worker that has not been heard of for so long has lost its jobs. */
  lockMs: number;
  /** How often the others look for such jobs. */
  stalledCheckMs: number;
}
/** Short, since our jobs take milliseconds; long enough for a busy process's event loop. */
const WORKER_TIMING: WorkerTiming = { lockMs: 15_000, stalledCheckMs: 10_000 };
/** Stalls come from killed processes, not from the job: BullMQ's 1 would fail a job that lived through two deployments. */
const MAX_STALLED_COUNT = 20;
/** 30 days: whoever mends a bug can still retry what it broke. */
const KEEP_FAILED_S = 30 * 24 * 3_600;
/**
 * What the board shows of the past; the system of record is PostgreSQL. There by age alone (seconds): BullMQ trims by
 * count with a look at every kept job at each completion, 8 ms for a thousand, more than all the rest of a job.
 */
const RETENTION = {
  redis: { completed: { count: 1_000 }, failed: { count: 10_000 } },
  postgres: { completed: { age: 600 }, failed: { age: KEEP_FAILED_S } },
} as const satisfies Record<QueueBackend['kind'], { completed: KeepJobs; failed: KeepJobs }>;
const DEFAULT_PREFIX = 'perezvon';

export type JobQueue = Queue<Envelope, string, string, Envelope, string, string, IQueueBackend>;
export type JobWorker = Worker<Envelope, string, string, IQueueBackend>;
export type JobProcessor = Processor<Envelope, string>;

/** BullMQ queues and workers of one process, on either backend. */
export interface Queues {
  readonly backend: QueueBackend;
  /** The shared producer of one queue. */
  queue(name: QueueName): JobQueue;
  /** A worker of one queue; its caller closes it. */
  worker(name: QueueName, processor: JobProcessor): JobWorker;
  /**
   * How Redis is, over the connection that this process sends with; null: the queues live in PostgreSQL.
   * @throws after some seconds when it does not answer
   */
  askRedis(): Promise<RedisAnswer | null>;
  /** Tells this process's relay that the outbox has something. */
  wakeRelay(): void;
  /** Called on each `wakeRelay`; @returns how to stop listening */
  onWake(listener: () => void): () => void;
  close(): Promise<void>;
}

/** What every queue and worker of one process is made with. */
interface Ground {
  kind: QueueBackend['kind'];
  prefix: string;
  factory: OpenBackend['factory'];
  onError: (error: Error) => void;
}

const makeQueue = (name: QueueName, { kind, prefix, factory, onError }: Ground): JobQueue => {
  const { attempts, backoffMs } = QUEUES[name];
  const queue: JobQueue = new Queue(
    name,
    {
      connection: {},
      prefix,
      skipWaitingForReady: true,
      defaultJobOptions: {
        attempts,
        backoff: { type: 'exponential', delay: backoffMs },
        removeOnComplete: RETENTION[kind].completed,
        removeOnFail: RETENTION[kind].failed,
      },
    },
    factory,
  );
  queue.on('error', onError);
  return queue;
};

const makeWorker = (
  name: QueueName,
  processor: JobProcessor,
  { prefix, factory, onError }: Ground,
  { lockMs, stalledCheckMs }: WorkerTiming,
): JobWorker => {
  const worker: JobWorker = new Worker(
    name,
    processor,
    {
      connection: {},
      prefix,
      concurrency: QUEUES[name].concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledCheckMs,
      maxStalledCount: MAX_STALLED_COUNT,
    },
    factory,
  );
  worker.on('error', onError);
  return worker;
};

/** Opens the queues of one process; connects when first used. */
export const openQueues = (
  backend: QueueBackend,
  onError: (error: Error) => void,
  timing: WorkerTiming = WORKER_TIMING,
): Queues => {
  const opened = openBackend(backend, onError);
  const prefix = backend.kind === 'redis' ? (backend.prefix ?? DEFAULT_PREFIX) : DEFAULT_PREFIX;
  const ground: Ground = { kind: backend.kind, prefix, factory: opened.factory, onError };
  const queues = new Map<QueueName, JobQueue>();
  const listeners = new Set<() => void>();

  const openQueue = (name: QueueName): JobQueue => {
    const queue = makeQueue(name, ground);
    queues.set(name, queue);
    return queue;
  };

  return {
    backend,
    queue: (name) => queues.get(name) ?? openQueue(name),
    worker: (name, processor) => makeWorker(name, processor, ground, timing),
    askRedis: () => opened.askRedis(),
    wakeRelay: () => {
      for (const listener of listeners) listener();
    },
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await opened.close();
    },
  };
};

/** Makes or upgrades BullMQ's own tables (schema `bullmq`); nothing to do on Redis. Safe to run side by side. */
export const migrateQueues = async (backend: QueueBackend): Promise<void> => {
  if (backend.kind === 'redis') return;
  const client = new Client({
    connectionString: backend.url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
};
