import { beforeAll, expect, test } from '@jest/globals';
import type { DbClient } from '@perezvon/db';
import { silentLog, testDatabase } from '@perezvon/db/testing';
import { beat, createMetrics, newInstance, startHeartbeat } from '../src/index.js';

let db: DbClient;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const STARTED = new Date('2026-11-24T09:00:00Z');
const rowOf = (id: string) => db.serviceInstance.findUnique({ where: { id } });

test('a living process is seen at once, with its metrics, and gone after its goodbye', async () => {
  const { registry, observeJob } = createMetrics();
  const instance = newInstance('assignment', '1.2.3', STARTED);
  observeJob({ queue: 'assignment', type: 'assignment.create', result: 'done', seconds: 0.02 });

  const stop = await startHeartbeat(instance, { db, registry, log: silentLog });
  const row = await rowOf(instance.id);
  await stop();

  expect(row).toMatchObject({ service: 'assignment', version: '1.2.3', startedAt: STARTED });
  expect(JSON.stringify(row?.metrics)).toContain('perezvon_job_duration_seconds');
  expect(await rowOf(instance.id)).toBeNull();
});

test('a later heartbeat keeps the start and brings newer numbers', async () => {
  const { registry, observeJob } = createMetrics();
  const instance = newInstance('audit', '1.2.3', STARTED);
  const deps = { db, registry, log: silentLog };

  await beat(instance, deps);
  const first = await rowOf(instance.id);
  observeJob({ queue: 'audit', type: 'admin.action', result: 'done', seconds: 0.02 });
  await beat(instance, deps);
  const second = await rowOf(instance.id);

  expect(second?.startedAt).toEqual(first?.startedAt);
  expect(second?.seenAt.getTime()).toBeGreaterThanOrEqual(first?.seenAt.getTime() ?? Infinity);
  expect(JSON.stringify(first?.metrics)).not.toContain('admin.action');
  expect(JSON.stringify(second?.metrics)).toContain('admin.action');
});

test('a process that died without a goodbye is forgotten after ten minutes, not after nine', async () => {
  const { registry } = createMetrics();
  const deps = { db, registry, log: silentLog };
  const [dead, quiet, alive] = ['reporting', 'assignment', 'audit'].map((name) =>
    newInstance(name, '1', STARTED),
  );
  if (!dead || !quiet || !alive) throw new Error('three instances');
  await beat(dead, deps);
  await beat(quiet, deps);
  await db.$executeRaw`UPDATE service_instances SET seen_at = now() - interval '601 seconds' WHERE id = ${dead.id}::uuid`;
  await db.$executeRaw`UPDATE service_instances SET seen_at = now() - interval '540 seconds' WHERE id = ${quiet.id}::uuid`;

  await beat(alive, deps);

  expect(await rowOf(dead.id)).toBeNull();
  expect(await rowOf(quiet.id)).not.toBeNull();
});
