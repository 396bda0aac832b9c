import { randomUUID } from 'node:crypto';
import { test } from '@jest/globals';
import type { QueueBackend } from '../backend.js';

/** Set by the global setup of a test run that found a Redis. */
const TEST_REDIS_VARIABLE = 'PEREZVON_TEST_REDIS_URL';

export interface TestBackend {
  name: QueueBackend['kind'];
  /** Where queues of its own live, apart from those of every other call. @param databaseUrl a `testDatabase` */
  backend: (databaseUrl: string) => QueueBackend;
}

const onPostgres: TestBackend = {
  name: 'postgres',
  backend: (databaseUrl) => ({ kind: 'postgres', url: databaseUrl }),
};

const onRedis = (url: string): TestBackend => ({
  name: 'redis',
  backend: () => ({ kind: 'redis', url, prefix: `test-${randomUUID()}` }),
});

/**
 * The backends of `describe.each`: what holds on one has to hold on both. Without a Redis its half stands in the
 * report as skipped.
 */
export const testBackends = (): TestBackend[] => {
  const redisUrl = process.env[TEST_REDIS_VARIABLE];
  if (redisUrl !== undefined) return [onPostgres, onRedis(redisUrl)];
  test.skip('redis: there is neither Docker nor a redis-server on the PATH', () => {});
  return [onPostgres];
};
