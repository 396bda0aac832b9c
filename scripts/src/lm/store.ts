import { createDb, openDatabase, type DbClient } from '@perezvon/db';
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

/**
 * Runs a command's work on the database that the services use, and closes it again.
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
  const db = createDb({
    url: isReadOnly ? readOnly(database.url) : database.url,
    maxConnections: CONNECTIONS,
    applicationName: 'perezvon-lm-command',
  });
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
};
