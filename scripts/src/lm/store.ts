import { createDb, migrate, openDatabase, type DbClient, type OpenedDatabase } from '@perezvon/db';
import type { LmCliIo } from '@perezvon/lm/cli';
import { loadConfig, ServiceEnvironment } from '@perezvon/service';

const Environment = ServiceEnvironment.pick({ PEREZVON_HOME: true, DATABASE_URL: true });
/** A command does one thing after the other. */
const CONNECTIONS = 2;

const readOnly = (url: string): string => {
  const restricted = new URL(url);
  restricted.searchParams.set('options', '-c default_transaction_read_only=on');
  return restricted.href;
};

const workOn = async <T>(
  { url }: OpenedDatabase,
  work: (db: DbClient) => Promise<T>,
  isReadOnly: boolean,
): Promise<T> => {
  const db = createDb({
    url: isReadOnly ? readOnly(url) : url,
    maxConnections: CONNECTIONS,
    applicationName: 'perezvon-lm-command',
  });
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
};

/**
 * Runs a command's work on the database that the services use, whether they run or not, and closes it again.
 * @param isReadOnly the database itself refuses every write of the command
 * @throws ConfigError or DatabaseError with one line that says what to correct
 */
export const withStore = async <T>(
  io: LmCliIo,
  work: (db: DbClient) => Promise<T>,
  { isReadOnly = false }: { isReadOnly?: boolean } = {},
): Promise<T> => {
  const { PEREZVON_HOME: home, DATABASE_URL: databaseUrl } = loadConfig(Environment, { ...io.env });
  const database = await openDatabase({ home, databaseUrl });
  try {
    if (!isReadOnly) await migrate(database.url);
    return await workOn(database, work, isReadOnly);
  } finally {
    await database.stop();
  }
};
