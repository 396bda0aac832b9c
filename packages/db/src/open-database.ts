import { resolve } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from './embedded/server.js';
import { DatabaseError } from './errors.js';

export interface OpenDatabaseOptions {
  /** PEREZVON_HOME: where the embedded server keeps its data. */
  home: string;
  /** DATABASE_URL; undefined: the embedded server. */
  databaseUrl?: string | undefined;
}

export interface OpenedDatabase {
  /** Connection string, with its password: never log it. */
  url: string;
  /** Ends the embedded server unless somebody else still uses it; does nothing to a DATABASE_URL. */
  stop(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;

/** Host and port for a message: a connection string's password must not get there. */
const placeOf = (url: string): string => {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL, which is no postgresql:// address';
  }
};

/**
 * Makes sure that a database answers.
 * @throws DatabaseError `database.unreachable` with one line that says which and what to do
 */
const checkDatabase = async (url: string): Promise<void> => {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    client.on('error', () => {});
    await client.connect();
    await client.end();
  } catch (cause) {
    const why = cause instanceof pg.DatabaseError ? cause.message : codeOf(cause);
    throw new DatabaseError(
      'database.unreachable',
      `The database at ${placeOf(url)} does not answer (${why}): start it, or correct DATABASE_URL.`,
      { cause },
    );
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no connection';

/**
 * The database that the configuration asks for, running: DATABASE_URL, or the embedded PostgreSQL of
 * PEREZVON_HOME, which is started when no process has done it yet.
 * @throws DatabaseError
 */
export const openDatabase = async ({ home, databaseUrl }: OpenDatabaseOptions): Promise<OpenedDatabase> => {
  if (databaseUrl === undefined) return startEmbeddedServer({ home: resolve(home) });
  await checkDatabase(databaseUrl);
  return { url: databaseUrl, stop: () => Promise.resolve() };
};
