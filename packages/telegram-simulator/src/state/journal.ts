import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode } from '../error-code.js';
import { SimulatorStateError } from '../errors.js';
import { type Change, ChangeBatch } from './changes.js';

/** After this many lines the journal is rewritten as one snapshot: reading it back stays well under a second. */
const COMPACT_AFTER_LINES = 1_000;
const NEWLINE = 0x0a;

/** Keeps batches of changes. What `append` returned from survives `kill -9` and a power cut. */
export interface Journal {
  /** All batches kept so far, in order. */
  readonly past: readonly Change[][];
  append(batch: readonly Change[]): void;
  /** Rewrites a long journal as one line; `whole` is the state after the last batch and is asked for only then. */
  compactWhenLong(whole: () => Change): void;
  close(): void;
}

/** Forgets everything with the process: for tests. */
export const memoryJournal = (): Journal => ({
  past: [],
  append: () => {},
  compactWhenLong: () => {},
  close: () => {},
});

const readIfThere = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return Buffer.alloc(0);
    throw error;
  }
};

const parseLine = (line: string, path: string, lineNumber: number): Change[] => {
  try {
    return ChangeBatch.parse(JSON.parse(line));
  } catch (error) {
    throw new SimulatorStateError(`${path} line ${lineNumber} is unreadable`, { cause: error });
  }
};

const writeWhole = (fd: number, bytes: Buffer): void => {
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
};

const lineOf = (batch: readonly Change[]): Buffer => Buffer.from(`${JSON.stringify(batch)}\n`);

/** Appends to the file, of which the first `keptLength` bytes are whole lines. Opens it at the first write. */
const createWriter = (path: string, keptLength: number) => {
  let length = keptLength;
  let fd: number | null = null;
  const opened = (): number => {
    fd ??= openSync(path, 'a', 0o600);
    return fd;
  };
  const close = (): void => {
    if (fd !== null) closeSync(fd);
    fd = null;
  };

  return {
    append: (line: Buffer): void => {
      // Whatever a crash or a full disk left of an unkept line must not run into this one.
      ftruncateSync(opened(), length);
      writeWhole(opened(), line);
      fdatasyncSync(opened());
      length += line.length;
    },
    replaceAll: (line: Buffer): void => {
      const fresh = openSync(`${path}.new`, 'w', 0o600);
      writeWhole(fresh, line);
      fsyncSync(fresh);
      renameSync(`${path}.new`, path);
      close();
      fd = fresh;
      length = line.length;
    },
    close,
  };
};

/**
 * A journal in `directory` (made when missing), one line a batch. A line that a crash cut off is dropped: nobody was
 * told that it was kept.
 * Opening only reads, so a second start that fails on its port harms nothing.
 * @throws SimulatorStateError when a whole line cannot be read
 */
export const openJournal = (directory: string): Journal => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'journal.jsonl');
  const bytes = readIfThere(path);
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  const past = lines.map((line, index) => parseLine(line, path, index + 1));
  const writer = createWriter(path, bytes.lastIndexOf(NEWLINE) + 1);
  let lineCount = past.length;

  return {
    past,
    append: (batch) => {
      writer.append(lineOf(batch));
      lineCount += 1;
    },
    compactWhenLong: (whole) => {
      if (lineCount <= COMPACT_AFTER_LINES) return;
      writer.replaceAll(lineOf([whole()]));
      lineCount = 1;
    },
    close: writer.close,
  };
};
