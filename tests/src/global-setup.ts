import { startTestServer, TEST_SERVER_VARIABLE } from '@perezvon/db/testing';
import { startTestRedis } from './test-redis.js';

/** Where tests find Redis; unset: its half is skipped, and the test command says so. */
const TEST_REDIS_VARIABLE = 'PEREZVON_TEST_REDIS_URL';
const REQUIRE_REDIS_VARIABLE = 'PEREZVON_REQUIRE_REDIS';

/** The servers of the run: Jest loads this module once for its setup and its teardown. */
const running: { stop(): Promise<void> }[] = [];

/** Starts the real servers of one test run: PostgreSQL always, Redis where there is one. */
export const setup = async (): Promise<void> => {
  const server = await startTestServer();
  running.push(server);
  process.env[TEST_SERVER_VARIABLE] = server.url;

  const redis = await startTestRedis();
  if (redis !== null) {
    running.push(redis);
    process.env[TEST_REDIS_VARIABLE] = redis.url;
  } else if (process.env[REQUIRE_REDIS_VARIABLE] === '1') {
    await teardown();
    throw new Error(
      `${REQUIRE_REDIS_VARIABLE}=1, and there is neither Docker nor a redis-server on the PATH`,
    );
  }
};

/** Ends them. */
export const teardown = async (): Promise<void> => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
};
