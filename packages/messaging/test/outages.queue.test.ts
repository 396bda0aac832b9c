import type { ChildProcess } from 'node:child_process';
import type { DbClient } from '@perezvon/db';
import { freePort, testDatabase, until } from '@perezvon/db/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { relayOnce, type Log } from '../src/index.js';
import { startHarness, testBackends, type Harness } from '../src/testing/index.js';
import { givenOutbox, makeDue, onScored, scored } from './given-messages.js';
import { hasRedisServer, killServer, startPrivateRedis } from './private-redis.js';

const asLive = (id: string) => ({ queue: 'reporting' as const, envelope: scored(id) });
const outboxIsEmpty = (db: DbClient) =>
  until(async () => (await db.outbox.count()) === 0, { what: 'the outbox is empty' });

/** Remembers the texts that were logged. */
const listeningLog = (): { log: Log; texts: string[] } => {
  const texts: string[] = [];
  const note = (_: object, text: string) => void texts.push(text);
  return { log: { debug: note, info: note, warn: note, error: note }, texts };
};

(hasRedisServer() ? describe : describe.skip)('Redis is down', () => {
  let db: DbClient;
  let port: number;
  let server: ChildProcess;
  let harness: Harness;
  beforeEach(async () => {
    ({ db } = await testDatabase());
    port = await freePort();
    server = await startPrivateRedis(port);
    harness = await startHarness({ db, backend: { kind: 'redis', url: `redis://127.0.0.1:${port}` } });
  });
  afterEach(async () => {
    await harness.stop();
    await killServer(server);
  });

  test('whether it answers can be asked; with queues in PostgreSQL there is none to ask', async () => {
    const answer = await harness.deps.queues.askRedis();
    expect(answer?.answeredInMs).toBeGreaterThan(0);
    expect(answer?.memoryBytes).toBeGreaterThan(100_000);
    await killServer(server);
    await expect(harness.deps.queues.askRedis()).rejects.toThrow();
    server = await startPrivateRedis(port);

    const { db: other, url } = await testDatabase();
    const onPostgres = await startHarness({ db: other, backend: { kind: 'postgres', url } });
    expect(await onPostgres.deps.queues.askRedis()).toBeNull();
    await onPostgres.stop();
  });

  test('messages wait in the outbox, flow when it is back, and those it lost are sent again', async () => {
    const effects: string[] = [];
    await givenOutbox(db, [asLive('lost-1'), asLive('lost-2')]);
    await relayOnce(harness.deps);
    await killServer(server);

    await givenOutbox(db, [asLive('waiting-1')]);
    expect(await relayOnce(harness.deps)).toEqual({ claimed: 1, sent: false });
    expect(await db.outbox.count()).toBe(3);
    // Given back: not counted as sent, and not put off like a message that was.
    expect(await db.outbox.findMany({ where: { messageId: 'waiting-1' } })).toMatchObject([{ attempts: 0 }]);

    server = await startPrivateRedis(port);
    harness.consume(
      'reporting',
      onScored(async ({ id }) => void effects.push(id)),
    );
    await makeDue(db);
    harness.relay();
    await outboxIsEmpty(db);

    expect(effects.sort()).toEqual(['lost-1', 'lost-2', 'waiting-1']);
  });

  test('a consumer that was connected all the while goes on by itself', async () => {
    const effects: string[] = [];
    harness.consume(
      'reporting',
      onScored(async ({ id }) => void effects.push(id)),
    );
    harness.relay();
    await givenOutbox(db, [asLive('before')]);
    await outboxIsEmpty(db);

    await killServer(server);
    await givenOutbox(db, [asLive('after')]);
    server = await startPrivateRedis(port);
    await outboxIsEmpty(db);

    expect(effects).toEqual(['before', 'after']);
  });
});

/** Takes a database away from everybody, as a failover does, and gives it back. */
const outageOf = async (databaseUrl: string) => {
  const elsewhere = new URL(databaseUrl);
  const name = elsewhere.pathname.slice(1);
  elsewhere.pathname = '/postgres';
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  return {
    begin: async () => {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    },
    end: async () => {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await client.end();
    },
  };
};

describe.each(testBackends())('the database is away, queues on $name', ({ backend }) => {
  test('messages wait for it, and none is given up', async () => {
    const { db, url } = await testDatabase();
    const { log, texts } = listeningLog();
    const quick = { lockMs: 2_000, stalledCheckMs: 500 };
    const harness = await startHarness({ db, backend: backend(url), log, timing: quick });
    const outage = await outageOf(url);
    const effects: string[] = [];
    let isAway = false;
    harness.consume(
      'reporting',
      onScored(async ({ id }) => {
        if (!isAway) {
          isAway = true;
          await outage.begin();
        }
        effects.push(id);
      }),
    );
    await givenOutbox(db, ['m-1', 'm-2', 'm-3'].map(asLive));
    await relayOnce(harness.deps);
    await until(() => texts.includes('system is away: the message waits'), {
      what: 'the outage is noticed',
    });

    await outage.end();
    await outboxIsEmpty(db);

    expect(new Set(effects)).toEqual(new Set(['m-1', 'm-2', 'm-3']));
    expect(await db.processedMessage.count()).toBe(3);
    expect(texts).not.toContain('message given up');
    await harness.stop();
  });
});
