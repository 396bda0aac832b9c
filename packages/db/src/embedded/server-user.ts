import { execFile } from 'node:child_process';
import { chown, mkdir, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, parse } from 'node:path';
import { promisify } from 'node:util';

/** Who runs the server: PostgreSQL refuses to be root, so root hands it to `nobody`. */
export type ServerUser = { kind: 'self' } | { kind: 'other'; uid: number; gid: number };

const UNPRIVILEGED_USER = 'nobody';
/** Where root's own data goes when `nobody` cannot enter PEREZVON_HOME. */
const ROOT_DATA = '/var/lib/perezvon';
const HOME_HASH_LENGTH = 12;

const idOf = async (flag: '-u' | '-g'): Promise<number> =>
  Number((await promisify(execFile)('id', [flag, UNPRIVILEGED_USER])).stdout);

export const findServerUser = async (): Promise<ServerUser> =>
  process.getuid?.() === 0
    ? { kind: 'other', uid: await idOf('-u'), gid: await idOf('-g') }
    : { kind: 'self' };

/** `spawn` options that make a child run as the server's user. */
export const asUser = (user: ServerUser): { uid?: number; gid?: number } =>
  user.kind === 'self' ? {} : { uid: user.uid, gid: user.gid };

/** Permission bit "others may pass through this folder". */
const OTHERS_EXECUTE = 0o001;

/** Whether somebody who is neither owner nor group may enter `path` and every folder above it. */
export const isOpenToOthers = async (path: string): Promise<boolean> => {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & OTHERS_EXECUTE) === 0) return false;
    if (folder === parse(folder).root) return true;
  }
};

/**
 * Makes the server's folder: below PEREZVON_HOME, or, when the server's user cannot get there, in a folder of
 * the machine that is named after it.
 */
export const makeServerFolder = async (home: string, user: ServerUser): Promise<string> => {
  await mkdir(home, { recursive: true });
  const isReachable = user.kind === 'self' || (await isOpenToOthers(home));
  const hash = createHash('sha256').update(home).digest('hex').slice(0, HOME_HASH_LENGTH);
  const folder = isReachable ? join(home, 'postgres') : join(ROOT_DATA, hash);
  await mkdir(folder, { recursive: true });
  if (user.kind === 'other') await chown(folder, user.uid, user.gid);
  return folder;
};
