import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createDb, type DbClient } from '../client.js';
import { openedDatabases } from './opened-databases.js';
import { TEMPLATE_DATABASE, TEST_SERVER_VARIABLE } from './test-server.js';

export interface TestDatabase {
  db: DbClient;
  url: string;
}

const withDatabase = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/**
 * A fresh, migrated and empty database on the run's real PostgreSQL, about 0.1 s. Its pool is closed after the
 * test file; the database goes with the server.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const serverUrl = process.env[TEST_SERVER_VARIABLE];
  if (serverUrl === undefined)
    throw new Error(
      `${TEST_SERVER_VARIABLE} is not set: run the tests through Jest, whose global setup starts the server`,
    );
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`);
  } finally {
    await client.end();
  }
  const url = withDatabase(serverUrl, name);
  const db = createDb({ url });
  openedDatabases.push(db);
  return { db, url };
};
