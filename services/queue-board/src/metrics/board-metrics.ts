import { SERVICES } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import type { Log, Queues } from '@perezvon/messaging';
import { readRelayLag } from '@perezvon/service';
import { Gauge, Registry } from 'prom-client';
import { countInstances, listLiveInstances, mergeMetrics } from './instances.js';
import { countOutbox } from './outbox-counts.js';
import { countJobs } from './queue-counts.js';

export interface BoardMetricsDeps {
  db: DbClient;
  queues: Queues;
  log: Log;
}

const gauge = <Label extends string>(registry: Registry, name: string, help: string, labelNames: Label[]) =>
  new Gauge({ name, help, labelNames, registers: [registry] });

const addQueues = async (registry: Registry, deps: BoardMetricsDeps): Promise<void> => {
  const jobs = gauge(registry, 'perezvon_queue_jobs', 'Jobs by queue and state', ['queue', 'state']);
  for (const { queue, state, jobs: count } of await countJobs(deps)) jobs.set({ queue, state }, count);
};

const addOutbox = async (registry: Registry, { db }: BoardMetricsDeps): Promise<void> => {
  const [counts, lag] = [await countOutbox(db), await readRelayLag(db)];
  const messages = gauge(registry, 'perezvon_outbox_messages', 'Messages nobody has processed yet', [
    'state',
  ]);
  messages.set({ state: 'waiting' }, counts.waiting);
  messages.set({ state: 'parked' }, counts.parked);
  gauge(registry, 'perezvon_outbox_lag_seconds', 'How long the oldest due message waits for a relay', []).set(
    lag,
  );
};

const addInstances = async (registry: Registry, { db }: BoardMetricsDeps): Promise<string> => {
  const instances = await listLiveInstances(db);
  const up = gauge(registry, 'perezvon_instances_up', 'Living processes by service', ['service']);
  for (const [service, count] of countInstances(instances, SERVICES)) up.set({ service }, count);
  return mergeMetrics(instances).metrics();
};

/**
 * Everything that Prometheus and KEDA need to know, in Prometheus' text format: queues, outbox, living processes, and
 * the metrics these told. What cannot be read now is left out, and its `perezvon_collector_up` is 0.
 */
export const readBoardMetrics = async (deps: BoardMetricsDeps): Promise<string> => {
  const registry = new Registry();
  const isUp = gauge(registry, 'perezvon_collector_up', 'Whether this group of metrics could be read', [
    'collector',
  ]);
  const collect = async <T>(collector: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work();
      isUp.set({ collector }, 1);
      return result;
    } catch (error) {
      deps.log.warn({ collector, err: error }, 'metrics not collected');
      isUp.set({ collector }, 0);
      return undefined;
    }
  };

  await collect('queues', () => addQueues(registry, deps));
  await collect('outbox', () => addOutbox(registry, deps));
  const merged = await collect('instances', () => addInstances(registry, deps));
  return [await registry.metrics(), merged].filter((part) => part !== undefined && part !== '').join('\n');
};
