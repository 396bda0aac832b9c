import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { DbClient } from '@perezvon/db';
import { freePort, testDatabase, until } from '@perezvon/db/testing';
import { z } from 'zod';
import { testRedisDatabase } from '../src/test-redis-database.js';
import { madeCalls, shuffled } from '../src/made-calls.js';
import { startServiceProcess, type ServiceProcess } from '../src/service-process.js';

const CHUNK = 500;
const TOKEN = 'made-up-token-of-this-test';
const SCORED_WITHIN_MS = 180_000;
/** A process needs some seconds to start on a busy machine. */
const STARTED_WITHIN_MS = 60_000;

let home: string;
let running: ServiceProcess[] = [];
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'perezvon-faults-'));
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.kill()));
  running = [];
});
afterAll(() => rm(home, { recursive: true, force: true }));

const start = (name: string, env: Record<string, string>): ServiceProcess => {
  const service = startServiceProcess(name, env);
  running.push(service);
  return service;
};

const AllTaken = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.array(z.unknown()).length(0),
});

/** Sends every chunk until it is answered 202, as a telephony's exporter would. */
const sendAll = async (port: number, calls: readonly Record<string, unknown>[]) => {
  const totals = { accepted: 0, duplicates: 0 };
  for (let at = 0; at < calls.length; at += CHUNK) {
    const body = calls
      .slice(at, at + CHUNK)
      .map((call) => JSON.stringify(call))
      .join('\n');
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/x-ndjson' };
    const response = await fetch(`http://127.0.0.1:${port}/v1/calls`, { method: 'POST', headers, body });
    expect(response.status).toBe(202);
    const { accepted, duplicates } = AllTaken.parse(await response.json());
    totals.accepted += accepted;
    totals.duplicates += duplicates;
  }
  return totals;
};

const isListening = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  );

const currentScores = (db: DbClient) => db.callScore.count({ where: { isCurrent: true } });

const REDIS_URL = process.env['PEREZVON_TEST_REDIS_URL'];

/** As many as were promised where the queues lie by default; on Redis the same is told by half of them. */
const BACKENDS = [
  { backend: 'postgres', count: 5_000 },
  { backend: 'redis', count: 2_500 },
] as const;

describe.each(BACKENDS)('queues in $backend', ({ backend, count }) => {
  const testHere = backend === 'redis' && REDIS_URL === undefined ? test.skip : test;

  testHere(
    `${count} calls sent twice, with the scorer killed in the middle, leave ${count} calls and as many current scores`,
    async () => {
      const { db, url } = await testDatabase();
      const port = await freePort();
      const env = {
        PEREZVON_HOME: home,
        DATABASE_URL: url,
        INGEST_PORT: String(port),
        INGEST_TOKEN: TOKEN,
        LOG_LEVEL: 'warn',
        ...(backend === 'redis' && { REDIS_URL: await testRedisDatabase() }),
      };
      start('call-ingest', env);
      let scorer = start('lm-scoring', env);
      await until(() => isListening(port), { what: 'call-ingest listens', timeoutMs: STARTED_WITHIN_MS });

      const calls = madeCalls(count);
      expect(await sendAll(port, calls)).toEqual({ accepted: count, duplicates: 0 });
      await until(async () => (await currentScores(db)) > count / 10, {
        what: 'some calls are scored',
        timeoutMs: SCORED_WITHIN_MS,
      });
      await scorer.kill();
      expect(await currentScores(db)).toBeLessThan(count);

      expect(await sendAll(port, shuffled(calls))).toEqual({ accepted: 0, duplicates: count });
      scorer = start('lm-scoring', env);
      await until(async () => (await currentScores(db)) === count, {
        what: () => `all calls are scored (the scorer said: ${scorer.output().slice(-500)})`,
        timeoutMs: SCORED_WITHIN_MS,
      });

      expect(await db.call.count()).toBe(count);
      expect(await db.callScore.count()).toBe(count);
      await until(async () => (await db.outbox.count({ where: { queue: 'lm-scoring' } })) === 0, {
        what: 'nothing waits for the scorer',
      });
    },
    STARTED_WITHIN_MS + SCORED_WITHIN_MS * 2,
  );
});
