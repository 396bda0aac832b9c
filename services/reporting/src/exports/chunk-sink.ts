import { createHash } from 'node:crypto';
import { exportProgressed, MAX_EXPORT_BYTES } from '@perezvon/contracts';
import { withTransaction, type Tx } from '@perezvon/db';
import { insertEvents, type ProcessingDeps } from '@perezvon/messaging';
import { insertChunk, markRows, mayWrite, type ExportWork } from './store.js';

/** Another take-up of the work is at it, or nobody wants it any more: this one ends without a word. */
export class Superseded extends Error {
  constructor() {
    super('this take-up of the export may not write any more');
    this.name = 'Superseded';
  }
}

/** The file is bigger than Telegram takes. */
export class FileTooBig extends Error {
  constructor() {
    super(`the file is over ${MAX_EXPORT_BYTES} bytes`);
    this.name = 'FileTooBig';
  }
}

/** What is kept in memory before it is written: a row of the database that costs no more than it is worth. */
const CHUNK_BYTES = 512 * 1_024;
/** Screens follow this often: Telegram takes about one change of a message a second. */
const PROGRESS_EVERY_MS = 3_000;

/** What has become of a file. */
export interface WrittenFile {
  bytes: number;
  sha256: Uint8Array;
}

/** Where the bytes and the progress of one take-up go. */
export interface ChunkSink {
  /** @throws Superseded, FileTooBig */
  write(piece: Uint8Array): Promise<void>;
  /** So many rows are in the file: told to the screens now and then. @throws Superseded */
  rowsDone(doneRows: number): Promise<void>;
  /** Writes what is left. @throws Superseded */
  end(): Promise<WrittenFile>;
}

/** Writes only while this take-up is the one that counts: its transaction and a cancellation wait for each other. */
const writeFenced = (
  { db }: ProcessingDeps,
  work: ExportWork,
  write: (tx: Tx) => Promise<void>,
): Promise<void> =>
  withTransaction(db, async (tx) => {
    if (!(await mayWrite(tx, work))) throw new Superseded();
    await write(tx);
  });

const tellRows = (deps: ProcessingDeps, work: ExportWork, doneRows: number): Promise<void> =>
  writeFenced(deps, work, async (tx) => {
    const { exportId, attempt } = work;
    await markRows(tx, exportId, doneRows);
    const causedBy = `export-${exportId}-${attempt}-${doneRows}`;
    const context = { causedBy, actorId: null, origin: null, at: deps.now() };
    await insertEvents(tx, [exportProgressed.of({ exportId })], context);
  });

/** Pieces of a file become rows of the database; at most one chunk is in memory. */
export const openChunkSink = (deps: ProcessingDeps, work: ExportWork): ChunkSink => {
  const hash = createHash('sha256');
  let bytes = 0;
  let number = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let toldAt = performance.now();

  const flush = async (): Promise<void> => {
    if (waitingBytes === 0) return;
    const content = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await writeFenced(deps, work, (tx) => insertChunk(tx, { exportId: work.exportId, number, content }));
    number += 1;
  };

  return {
    write: async (piece) => {
      bytes += piece.length;
      if (bytes > MAX_EXPORT_BYTES) throw new FileTooBig();
      hash.update(piece);
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes >= CHUNK_BYTES) await flush();
    },
    rowsDone: async (doneRows) => {
      if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = performance.now();
      await tellRows(deps, work, doneRows);
    },
    end: async () => {
      await flush();
      return { bytes, sha256: hash.digest() };
    },
  };
};
