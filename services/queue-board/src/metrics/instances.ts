import type { Db } from '@perezvon/db';
import { ALIVE_WITHIN_S } from '@perezvon/service';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { z } from 'zod';

/** One process that lives, with its metrics as it told them last. */
export interface LiveInstance {
  id: string;
  service: string;
  metrics: unknown;
}

export const listLiveInstances = (db: Db): Promise<LiveInstance[]> => db.$queryRaw<LiveInstance[]>`
  SELECT id::text, service, metrics FROM service_instances
  WHERE seen_at > now() - ${ALIVE_WITHIN_S} * interval '1 second' ORDER BY service, id`;

/** prom-client's `getMetricsAsJSON()` as it comes back from the database. */
const ToldMetrics = z.array(
  z.looseObject({
    name: z.string(),
    aggregator: z.string(),
    values: z.array(z.looseObject({ labels: z.record(z.string(), z.union([z.string(), z.number()])) })),
  }),
);

/** As short as tells processes of one service apart. */
const SHORT_ID = 8;

const labelled = ({ id, service, metrics }: LiveInstance): object[] =>
  ToldMetrics.parse(metrics).map((metric) => ({
    ...metric,
    values: metric.values.map((value) => ({
      ...value,
      labels: { ...value.labels, service, process: id.slice(0, SHORT_ID) },
    })),
  }));

/**
 * The metrics of all processes in one registry. Each series keeps its process: a sum over them would fall whenever a
 * process ends, and Prometheus would take that for a restart of its counters.
 */
export const mergeMetrics = (instances: readonly LiveInstance[]): Registry =>
  AggregatorRegistry.aggregate(instances.map(labelled));

/** Living processes of each service, 0 for one that should live and does not. */
export const countInstances = (
  instances: readonly LiveInstance[],
  expected: readonly string[],
): Map<string, number> => {
  const counts = new Map(expected.map((service) => [service, 0]));
  for (const { service } of instances) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
};
