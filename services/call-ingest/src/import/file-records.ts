import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { RawRecord } from '../source/raw-record.js';
import { readCsv } from '../source/read-csv.js';
import { readJson } from '../source/read-json.js';
import { UnreadableFile } from '../source/unreadable-file.js';
import { formatOf } from './arguments.js';

const CHUNK_BYTES = 256 * 1024;

/**
 * Makes sure that every file can be read, before the first one is imported.
 * @throws UnreadableFile naming the one that cannot
 */
export const checkFiles = async (files: readonly string[]): Promise<void> => {
  for (const file of files) {
    try {
      const handle = await open(file);
      const isFile = (await handle.stat()).isFile();
      await handle.close();
      if (isFile) continue;
    } catch (cause) {
      throw new UnreadableFile(`${file}: there is no such file, or it may not be read.`, { cause });
    }
    throw new UnreadableFile(`${file} is no file.`);
  }
};

/** A file's bytes; `onBytes` is told how many of each chunk, for the progress bar. */
async function* readBytes(file: string, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes = Buffer.from(chunk);
    onBytes(bytes.length);
    yield bytes;
  }
}

/**
 * The records of a file, read as they are asked for.
 * @throws UnreadableFile for a CSV without the needed columns; the file system's error
 */
export const fileRecords = (file: string, onBytes: (count: number) => void): AsyncGenerator<RawRecord> => {
  const bytes = readBytes(file, onBytes);
  const format = formatOf(file);
  if (format === 'csv') return readCsv(bytes);
  return readJson(bytes, format === 'lines' ? 'lines' : 'unknown');
};

/** Time zone of dates without an offset: a spreadsheet's are the clinic's, JSON has to say it. */
export const zoneFor = (file: string, clinicZone: string): string | null =>
  formatOf(file) === 'csv' ? clinicZone : null;
