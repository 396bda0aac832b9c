import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, openDatabase } from '@perezvon/db';
import { diffSchema } from './schema-engine.js';

const SCHEMA_PATH = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));
/** As root the server runs as another user, who has to get into the folder. */
const FOLDER_MODE = 0o711;

/**
 * What `prisma/schema.prisma` says beyond the migrations, as SQL; '' when they agree. Works on a database of its
 * own that it throws away.
 */
export const findDrift = async (): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'perezvon-drift-'));
  await chmod(home, FOLDER_MODE);
  const database = await openDatabase({ home });
  try {
    await migrate(database.url);
    return await diffSchema(database.url, SCHEMA_PATH);
  } finally {
    await database.stop();
    await rm(home, { recursive: true, force: true });
  }
};
