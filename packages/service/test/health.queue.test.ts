import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDb, type DbClient } from '@perezvon/db';
import { silentLog, testDatabase } from '@perezvon/db/testing';
import { migrateQueues, openQueues, type QueueBackend, type Queues } from '@perezvon/messaging';
import { testBackends } from '@perezvon/messaging/testing';
import { checkReadiness, startHealthServer, type Readiness } from '../src/index.js';

/** Nobody listens on port 1. */
const NOWHERE = {
  database: 'postgresql://perezvon:hunter2@127.0.0.1:1/nowhere',
  redis: 'redis://127.0.0.1:1',
};

describe.each(testBackends())('readiness with queues on $name', ({ backend }) => {
  let db: DbClient;
  let url: string;
  let queues: Queues;
  beforeAll(async () => {
    ({ db, url } = await testDatabase());
    await migrateQueues(backend(url));
  });
  beforeEach(() => {
    queues = openQueues(backend(url), () => {});
  });
  afterEach(() => queues.close());

  const ask = async (deps: { db: DbClient; queues: Queues }, state: Readiness['state'] = 'running') => {
    const server = await startHealthServer(0, {
      readiness: () => checkReadiness(state, { ...deps, log: silentLog }),
      metrics: async () => 'perezvon_up 1\n',
    });
    const get = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${server.port}${path}`);
      return { status: answer.status, body: await answer.text() };
    };
    const [healthz, readyz, metrics] = [await get('/healthz'), await get('/readyz'), await get('/metrics')];
    await server.stop();
    return { healthz, readyz, metrics, checks: (): unknown => JSON.parse(readyz.body) };
  };

  const downBackend = (): QueueBackend =>
    backend(url).kind === 'redis'
      ? { kind: 'redis', url: NOWHERE.redis }
      : { kind: 'postgres', url: NOWHERE.database };

  test('all is well: ready, alive, and the metrics are there', async () => {
    const { healthz, readyz, metrics, checks } = await ask({ db, queues });

    expect(healthz.status).toBe(200);
    expect(readyz.status).toBe(200);
    expect(checks()).toMatchObject({
      status: 'ready',
      checks: { database: 'ok', queue: 'ok', relay: 'ok' },
    });
    expect(metrics.body).toContain('perezvon_up 1');
  });

  test('a process that stops is not ready, though all its parts are', async () => {
    const { readyz, checks } = await ask({ db, queues }, 'stopping');

    expect(readyz.status).toBe(503);
    expect(checks()).toMatchObject({ state: 'stopping', checks: { database: 'ok' } });
  });

  test('a queue that is down is named, and the process still counts as alive', async () => {
    const down = openQueues(downBackend(), () => {});

    const { healthz, readyz, checks } = await ask({ db, queues: down });
    await down.close();

    expect(healthz.status).toBe(200);
    expect(readyz.status).toBe(503);
    expect(checks()).toMatchObject({ checks: { database: 'ok', queue: 'failed' } });
  });

  test('a database that is down is named, never its address or password', async () => {
    const down = createDb({ url: NOWHERE.database });

    const { readyz, checks } = await ask({ db: down, queues });
    await down.$disconnect();

    expect(readyz.status).toBe(503);
    expect(checks()).toMatchObject({ checks: { database: 'failed', relay: 'skipped' } });
    expect(readyz.body).not.toContain('hunter2');
  });

  test('messages that nobody sends for a minute make it unready; parked ones do not', async () => {
    const add = (id: string, nextSendAt: Date | null) =>
      db.outbox.create({ data: { messageId: id, queue: 'audit', message: {}, nextSendAt } });
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

    await add('parked', null);
    await add('fresh', minutesAgo(0));
    expect((await ask({ db, queues })).readyz.status).toBe(200);

    await add('late', minutesAgo(2));
    const { readyz, checks } = await ask({ db, queues });
    await db.outbox.deleteMany();

    expect(readyz.status).toBe(503);
    expect(checks()).toMatchObject({ checks: { queue: 'ok', relay: 'failed' } });
  });
});
