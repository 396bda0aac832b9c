import { createReadStream } from 'node:fs';
import type { RawRecord } from '../source/raw-record.js';
import { readCsv } from '../source/read-csv.js';
import { readJson } from '../source/read-json.js';
import { formatOf } from './arguments.js';

const CHUNK_BYTES = 256 * 1024;

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
