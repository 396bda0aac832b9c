import { Redis } from 'ioredis';

/** Redis has 16 numbered databases; 0 stays with the tests that keep apart by prefix. */
const DATABASES = 15;
const COUNTER = 'perezvon-test:databases';

/**
 * The address of an empty numbered database of the run's Redis: processes under test share the server, not the
 * queues. Test files run side by side, so Redis itself counts. @throws Error without a Redis
 */
export const testRedisDatabase = async (): Promise<string> => {
  const url = process.env['PEREZVON_TEST_REDIS_URL'];
  if (url === undefined) throw new Error('there is no Redis in this test run');
  const redis = new Redis(url);
  const number = ((await redis.incr(COUNTER)) % DATABASES) + 1;
  await redis.select(number);
  await redis.flushdb();
  await redis.quit();
  return `${url}/${number}`;
};
