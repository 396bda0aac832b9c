import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '../embedded/server.js';
import { migrate } from '../migrate.js';

/** Environment variable that carries the server's address from Jest's global setup to the test files. */
export const TEST_SERVER_VARIABLE = 'PEREZVON_TEST_SERVER_URL';
export const TEMPLATE_DATABASE = 'perezvon_template';

/** Real PostgreSQL without waiting for the disk: a test database need not survive a power cut. */
const FAST_AND_FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
};
/** As root the server runs as another user, who has to get into the folder. */
const FOLDER_MODE = 0o711;

export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL of one test run, with a migrated template that `testDatabase` copies. */
export const startTestServer = async (): Promise<TestServer> => {
  const home = await mkdtemp(join(tmpdir(), 'perezvon-test-'));
  await chmod(home, FOLDER_MODE);
  const server = await startEmbeddedServer({ home, settings: FAST_AND_FORGETFUL });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  await client.end();
  const template = new URL(server.url);
  template.pathname = `/${TEMPLATE_DATABASE}`;
  await migrate(template.href);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};
