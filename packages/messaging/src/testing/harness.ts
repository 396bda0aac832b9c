import type { QueueName } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import type { QueueBackend } from '../backend.js';
import { consume } from '../consume.js';
import type { Log, MessagingDeps, Stop } from '../deps.js';
import type { QueueHandlers } from '../handlers.js';
import { migrateQueues, openQueues, type WorkerTiming } from '../queues.js';
import { startRelay } from '../relay.js';

export interface HarnessOptions {
  db: DbClient;
  backend: QueueBackend;
  now?: () => Date;
  log?: Log;
  observe?: MessagingDeps['observe'];
  timing?: WorkerTiming;
}

/** One process's messaging, as a service has it. */
export interface Harness {
  deps: MessagingDeps;
  /** Consumes a queue until `stop`, or until its own stop. */
  consume: <Q extends QueueName>(queue: Q, handlers: QueueHandlers<Q>) => Stop;
  /** Relays the outbox until `stop`, or until its own stop. */
  relay: () => Stop;
  stop: Stop;
}

const noLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Opens the queues of one test; what it starts ends with `stop`. Several side by side are several processes. */
export const startHarness = async ({
  db,
  backend,
  now = () => new Date(),
  log = noLog,
  observe,
  timing,
}: HarnessOptions): Promise<Harness> => {
  // Now, not at the first query: Prisma loads its query compiler then, which Jest forbids between two tests.
  await db.$connect();
  await migrateQueues(backend);
  const queues = openQueues(backend, (error) => log.warn({ err: error }, 'queue connection failed'), timing);
  const deps: MessagingDeps = { db, queues, now, log, ...(observe && { observe }) };
  const stops: Stop[] = [];
  const remember = (stop: Stop): Stop => {
    stops.push(stop);
    return stop;
  };
  return {
    deps,
    consume: (queue, handlers) => remember(consume(queue, handlers, deps)),
    relay: () => remember(startRelay(deps)),
    stop: async () => {
      for (const stop of stops.splice(0).reverse()) await stop();
      await queues.close();
    },
  };
};
