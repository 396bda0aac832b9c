/**
 * One queue a consuming service: a service scales, pauses and fails alone. `attempts` and `backoffMs`
 * are BullMQ's (exponential); `concurrency` is per process.
 */
export const QUEUES = {
  // Its events share a transaction: as many as fill two batches wait for theirs.
  'lm-scoring': { attempts: 6, backoffMs: 1_000, concurrency: 100 },
  assignment: { attempts: 8, backoffMs: 500, concurrency: 4 },
  // One writer keeps the chain: appends wait for each other anyway.
  audit: { attempts: 12, backoffMs: 1_000, concurrency: 1 },
  'bot-gateway': { attempts: 10, backoffMs: 1_000, concurrency: 8 },
  // Its events share a transaction: many at a time mark a day once.
  reporting: { attempts: 6, backoffMs: 1_000, concurrency: 32 },
} as const;

export type QueueName = keyof typeof QUEUES;
const isQueueName = (name: string): name is QueueName => Object.hasOwn(QUEUES, name);
export const QUEUE_NAMES: readonly QueueName[] = Object.keys(QUEUES).filter(isQueueName);

/** Every service of which a process should live: those that consume a queue, and those without one. */
export const SERVICES: readonly string[] = [...QUEUE_NAMES, 'call-ingest', 'queue-board'];

/** BullMQ priorities: people wait for 'live', nobody waits for 'bulk'. Lower runs first; 0 is the plain line. */
export const PRIORITIES = { live: 0, bulk: 10 } as const;
export type Priority = keyof typeof PRIORITIES;
