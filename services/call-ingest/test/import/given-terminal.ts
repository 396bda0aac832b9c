import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll } from '@jest/globals';
import { runImportCli, type CliIo } from '../../src/import/index.js';

/** A stream that remembers what was written. */
class Remembering extends Writable {
  text = '';
  isTTY = false;
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export const NOW = new Date('2026-11-25T09:00:00.000Z');

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** A folder with files of its own, and the command run in front of a terminal that is none. */
export const givenTerminal = async (databaseUrl: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'perezvon-import-'));
  folders.push(folder);
  const interrupted = new AbortController();
  return {
    folder,
    interrupt: () => interrupted.abort(),
    write: async (name: string, content: string | Buffer): Promise<string> => {
      const file = join(folder, name);
      await writeFile(file, content);
      return file;
    },
    run: async (...argv: string[]) => {
      const stdout = new Remembering();
      const stderr = new Remembering();
      const io: CliIo = {
        stdout,
        stderr,
        env: { PEREZVON_HOME: folder, DATABASE_URL: databaseUrl },
        cwd: folder,
        now: () => NOW,
        signal: interrupted.signal,
      };
      const code = await runImportCli(argv, io);
      return { code, out: stdout.text, err: stderr.text };
    },
  };
};
