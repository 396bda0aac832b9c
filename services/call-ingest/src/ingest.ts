import type { Priority } from '@perezvon/contracts';
import { callParser, type Rejection } from './record/parse-call.js';
import type { IncomingCall, RecordOptions } from './record/incoming-call.js';
import type { RawRecord } from './source/raw-record.js';
import { batchWriter, type BatchWriter, type StoreDeps } from './store/batch-writer.js';

export interface IngestOptions extends RecordOptions {
  /** `live`: somebody waits for the score; `bulk`: nobody does. */
  priority: Priority;
  /** Called for each record that is not taken, in the order of the stream. */
  onRejected: (rejection: Rejection) => void;
  /** Changes a checked call before it is stored. */
  adjust?: (call: IncomingCall) => IncomingCall;
  /** Ends the reading after the records read so far, which are stored. */
  signal?: AbortSignal;
  /** Called after each batch that is on disk. */
  onProgress?: (counts: IngestCounts) => void;
}

export interface IngestCounts {
  /** New calls and new revisions, on disk. */
  accepted: number;
  /** Calls that were there already, with the same content. */
  duplicates: number;
  /** Records that are not taken. */
  rejected: number;
}

/** What became of a stream of records. */
export interface IngestResult extends IngestCounts {
  /** Records that could at least be parsed; none of them and some rejected: the stream is no JSON at all. */
  readable: number;
}

/**
 * Checks and stores a stream of records of any length, in batches; the reading waits for the database. A record
 * that is not taken is reported, and the others are taken all the same. What was stored before an error stays:
 * the same stream again counts it as duplicates.
 * @throws the stream's or the database's error
 */
export const ingest = async (
  records: AsyncIterable<RawRecord>,
  options: IngestOptions,
  deps: StoreDeps,
): Promise<IngestResult> => {
  const result: IngestResult = { accepted: 0, duplicates: 0, rejected: 0, readable: 0 };
  const writer = batchWriter(options.priority, deps, (accepted, duplicates) => {
    result.accepted += accepted;
    result.duplicates += duplicates;
    options.onProgress?.(result);
  });
  const take = recordTaker(options, writer, result);
  try {
    for await (const record of records) {
      if (options.signal?.aborted) break;
      const waiting = take(record);
      if (waiting) await waiting;
    }
  } catch (error) {
    await writer.settle();
    throw error;
  }
  await writer.finish();
  return result;
};

/** Checks one record and hands it on; the promise, if there is one, is the database asking to wait. */
const recordTaker = (options: IngestOptions, writer: BatchWriter, result: IngestResult) => {
  const parse = callParser(options);
  const reject = (line: number, historyId: number | null, error: string): void => {
    result.rejected += 1;
    options.onRejected({ line, history_id: historyId, error });
  };
  return (record: RawRecord): Promise<void> | undefined => {
    if ('problem' in record) {
      reject(record.line, null, record.problem);
      return undefined;
    }
    result.readable += 1;
    const parsed = parse(record.value);
    if (!parsed.ok) {
      reject(record.line, parsed.historyId, parsed.error);
      return undefined;
    }
    return writer.add(options.adjust ? options.adjust(parsed.call) : parsed.call);
  };
};
