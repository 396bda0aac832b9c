import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase } from '@perezvon/db/testing';
import type { QueueBackend } from '@perezvon/messaging';
import { testBackends } from '@perezvon/messaging/testing';
import {
  createLogger,
  describeStartFailure,
  loadConfig,
  ServiceEnvironment,
  startService,
} from '../src/index.js';

const log = createLogger({ service: 'test', level: 'silent' });
const now = () => new Date();

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

describe.each(testBackends())('a service with queues on $name', ({ backend }) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await testDatabase());
  });

  const open: Server[] = [];
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });

  const configFor = (extra: NodeJS.ProcessEnv = {}) => {
    const queues: QueueBackend = backend(url);
    return loadConfig(ServiceEnvironment, {
      DATABASE_URL: url,
      REDIS_URL: queues.kind === 'redis' ? queues.url : '',
      HEALTH_PORT: '0',
      ...extra,
    });
  };

  test('starts with everything, answers, and stops in the reverse order', async () => {
    const story: string[] = [];
    const running = await startService(
      {
        name: 'assignment',
        start: async (deps) => {
          story.push(`started ${(await deps.readiness()).state}`);
          return async () => void story.push(`stopped ${(await deps.readiness()).state}`);
        },
      },
      { config: configFor(), log, now },
    );

    const answer = await fetch(`http://127.0.0.1:${running.healthPort}/readyz`);
    expect(answer.status).toBe(200);
    expect(await running.deps.db.serviceInstance.count({ where: { service: 'assignment' } })).toBe(1);

    await Promise.all([running.stop(), running.stop()]);

    // The service finishes while database and queues still answer, and is unready all that time.
    expect(story).toEqual(['started starting', 'stopped stopping']);
    await expect(fetch(`http://127.0.0.1:${running.healthPort}/healthz`)).rejects.toThrow();
  });

  test('what was started is stopped again when a later step fails', async () => {
    const taken = createServer().listen(0, '0.0.0.0');
    open.push(taken);
    await once(taken, 'listening');
    const config = configFor({ HEALTH_PORT: String(portOf(taken)) });

    const failure: unknown = await startService(
      { name: 'reporting', start: () => async () => {} },
      { config, log, now },
    ).catch((error: unknown) => error);

    expect(describeStartFailure('reporting', config, failure)).toBe(
      `HEALTH_PORT: port ${portOf(taken)} is in use already: stop what listens there, or choose another one.`,
    );
    const { db } = await testDatabase();
    const left = await db.$queryRaw<{ connections: bigint }[]>`
      SELECT count(*) AS connections FROM pg_stat_activity WHERE application_name = 'perezvon-reporting'`;
    expect(left[0]?.connections).toBe(0n);
  });

  test('a part that cannot stop does not keep the others from stopping', async () => {
    const running = await startService(
      {
        name: 'audit',
        start: () => async () => {
          throw new Error('stuck');
        },
      },
      { config: configFor(), log, now },
    );

    await running.stop();

    await expect(fetch(`http://127.0.0.1:${running.healthPort}/healthz`)).rejects.toThrow();
  });
});
