import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrorCode } from '../error-code.js';

/** The bytes of what the bot uploaded. Names come from `StoredFile.path`, made by the simulator alone. */
export interface FileStore {
  /** Resolves when the file survives the process. */
  write(path: string, bytes: Buffer): Promise<void>;
  /** @returns null when there is no such file */
  read(path: string): Promise<Buffer | null>;
}

export const memoryFiles = (): FileStore => {
  const files = new Map<string, Buffer>();
  return {
    write: async (path, bytes) => {
      files.set(path, bytes);
    },
    read: async (path) => files.get(path) ?? null,
  };
};

/** Files beside the journal, in `<directory>/files`. */
export const directoryFiles = (directory: string): FileStore => {
  const folder = join(directory, 'files');
  return {
    write: async (path, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const target = join(folder, path);
      await writeFile(`${target}.new`, bytes, { mode: 0o600, flush: true });
      await rename(`${target}.new`, target);
    },
    read: async (path) => {
      try {
        return await readFile(join(folder, path));
      } catch (error) {
        if (hasErrorCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
  };
};
