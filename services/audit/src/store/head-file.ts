import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '@perezvon/service';
import { z } from 'zod';
import type { Head } from '../domain/chain.js';

const FILE = 'audit-head.json';
/** Only the service's own user needs it. */
const FILE_MODE = 0o600;

const StoredHead = z.object({
  seq: z.string().regex(/^\d+$/).transform(BigInt),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform((hex) => new Uint8Array(Buffer.from(hex, 'hex'))),
});

/** The kept head cannot be told any more: nobody may take that for "none". */
export class HeadFileDamaged extends Error {
  override readonly name = 'HeadFileDamaged';
}

/** Where the head is kept outside the database. */
export const headFile = (home: string): string => join(home, FILE);

/**
 * The head that was kept last; null when none was.
 * @throws HeadFileDamaged when the file holds no head; Error when it cannot be read
 */
export const readHeadFile = async (home: string): Promise<Head | null> => {
  let text: string;
  try {
    text = await readFile(headFile(home), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return StoredHead.parse(JSON.parse(text));
  } catch (cause) {
    throw new HeadFileDamaged(
      `${FILE} in PEREZVON_HOME is damaged: move it away after \`npm run audit -- verify\``,
      { cause },
    );
  }
};

/** Keeps a head: the file is replaced as a whole or not at all. */
export const writeHeadFile = async (home: string, { seq, hash }: Head): Promise<void> => {
  const text = JSON.stringify({ seq: String(seq), hash: Buffer.from(hash).toString('hex') });
  const written = join(home, `${FILE}.${randomUUID()}`);
  await writeFile(written, `${text}\n`, { mode: FILE_MODE, flush: true });
  await rename(written, headFile(home));
};
