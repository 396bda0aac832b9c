import { createDb, migrate, openDatabase } from '@perezvon/db';
import type { Stop } from '@perezvon/messaging';
import { phoneKeysOf, type StorageConfig } from '../config.js';
import type { StoreDeps } from '../store/batch-writer.js';

/** One connection writes, one answers questions beside it. */
const CONNECTIONS = 2;

/**
 * Opens the database for an import, whether the product runs or not.
 * @throws DatabaseError when it cannot be used
 */
export const openStore = async (
  config: StorageConfig,
  now: () => Date,
): Promise<StoreDeps & { stop: Stop }> => {
  const database = await openDatabase({ home: config.PEREZVON_HOME, databaseUrl: config.DATABASE_URL });
  try {
    await migrate(database.url);
    const db = createDb({
      url: database.url,
      maxConnections: CONNECTIONS,
      applicationName: 'perezvon-import',
    });
    const stop = async (): Promise<void> => {
      await db.$disconnect();
      await database.stop();
    };
    return { db, now, phoneKeys: await phoneKeysOf(config), stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
};
