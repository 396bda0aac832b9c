import { randomUUID } from 'node:crypto';
import type { DbClient } from '@perezvon/db';
import { runEvery, type Log, type Stop } from '@perezvon/messaging';
import type { Registry } from 'prom-client';

const HEARTBEAT_EVERY_S = 5;
/** A process that missed this many seconds of heartbeats counts as gone: three in a row. */
export const ALIVE_WITHIN_S = 16;
/** Rows of processes that died without a goodbye are kept this long, for whoever looks what happened. */
const FORGET_AFTER_S = 600;

export interface HeartbeatDeps {
  db: DbClient;
  log: Log;
  registry: Registry;
}

export interface InstanceIdentity {
  id: string;
  service: string;
  version: string;
  startedAt: Date;
}

/** Who this process is among the instances of its service. */
export const newInstance = (service: string, version: string, startedAt: Date): InstanceIdentity => ({
  id: randomUUID(),
  service,
  version,
  startedAt,
});

/** Says "alive" once, with this process's metrics; `seen_at` is the database's clock: one for all machines. */
export const beat = async (instance: InstanceIdentity, { db, registry }: HeartbeatDeps): Promise<void> => {
  const { id, service, version, startedAt } = instance;
  const metrics = JSON.stringify(await registry.getMetricsAsJSON());
  await db.$executeRaw`
    INSERT INTO service_instances (id, service, version, started_at, seen_at, metrics)
    VALUES (${id}::uuid, ${service}, ${version}, ${startedAt}, now(), ${metrics}::jsonb)
    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, metrics = excluded.metrics`;
  await db.$executeRaw`
    DELETE FROM service_instances WHERE seen_at < now() - ${FORGET_AFTER_S} * interval '1 second'`;
};

/**
 * Tells the others that this process lives: at once, every few seconds, and goodbye when it stops. A heartbeat that
 * fails is logged and tried again: a database that is away for a moment stops nobody.
 * @throws when the first heartbeat fails
 */
export const startHeartbeat = async (instance: InstanceIdentity, deps: HeartbeatDeps): Promise<Stop> => {
  await beat(instance, deps);
  const stopBeating = runEvery(HEARTBEAT_EVERY_S, 'heartbeat', () => beat(instance, deps), deps);
  return async () => {
    await stopBeating();
    await deps.db.$executeRaw`DELETE FROM service_instances WHERE id = ${instance.id}::uuid`;
  };
};
