import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './error-code.js';

const OWNER_ONLY_DIRECTORY = 0o700;
const OWNER_ONLY_FILE = 0o600;
const SECRET_NAME = /^[A-Za-z0-9_-]+$/;

const readSecret = async (file: string): Promise<string | null> => {
  let secret: string;
  try {
    secret = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new Error(`cannot read the secret ${file}: check who owns it`, { cause: error });
  }
  // An empty password would let everybody in.
  if (secret === '') throw new Error(`the secret ${file} is empty: delete the file and start again`);
  return secret;
};

/** Puts the whole file in place at once, and only if nobody was first: `link` refuses an existing name. */
const writeOnce = async (file: string, secret: string): Promise<void> => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${secret}\n`, { mode: OWNER_ONLY_FILE, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
};

/**
 * A secret of this installation: made once, kept in `<home>/secrets/<name>` (readable by its owner only), the
 * same for every process, also for several that ask at the same moment.
 * @param bytes of randomness; 16 are enough for a password, 32 for a key
 * @returns base64url without padding
 */
export const readOrCreateSecret = async (
  home: string,
  name: string,
  { bytes }: { bytes: number },
): Promise<string> => {
  if (!SECRET_NAME.test(name)) throw new Error(`not a name for a secret: ${name}`);
  const directory = join(home, 'secrets');
  const file = join(directory, name);
  const known = await readSecret(file);
  if (known !== null) return known;

  await mkdir(directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY });
  await writeOnce(file, randomBytes(bytes).toString('base64url'));
  const stored = await readSecret(file);
  if (stored === null) throw new Error(`the secret ${file} vanished while it was made`);
  return stored;
};
