import type { Priority } from '@perezvon/contracts';
import type { PhoneKeys } from '@perezvon/db';
import type { IncomingCall } from '../record/incoming-call.js';
import { toCallRow, type CallRow } from './call-row.js';
import { storeBatch, type BatchDeps } from './store-batch.js';

/** What storing calls needs. */
export interface StoreDeps extends BatchDeps {
  phoneKeys: PhoneKeys;
}

/** Collects calls and stores them in batches, one batch at a time while the next one fills. */
export interface BatchWriter {
  /** @returns a promise when the batch is full: wait for it, or the memory fills */
  add(call: IncomingCall): Promise<void> | undefined;
  /** Stores what is left and waits until all of it is on disk. */
  finish(): Promise<void>;
  /** Waits for a batch under way, whatever becomes of it; stores nothing more. */
  settle(): Promise<void>;
}

/** As many calls as one statement takes well; beyond this a larger batch gained nothing. */
const BATCH_CALLS = 500;
/** Long transcripts fill a batch earlier: what one statement may hold in memory. */
const BATCH_CHARACTERS = 4_000_000;

const sizeOf = ({ transcript }: IncomingCall): number =>
  transcript?.reduce((sum, { text }) => sum + text.length, 0) ?? 0;

/** @param onStored is told after each batch how many calls were accepted and how many were there already */
export const batchWriter = (
  priority: Priority,
  deps: StoreDeps,
  onStored: (accepted: number, duplicates: number) => void,
): BatchWriter => {
  let batch = new Map<number, CallRow>();
  let characters = 0;
  let repeated = 0;
  let underWay: Promise<void> = Promise.resolve();

  const store = async (rows: CallRow[], duplicates: number): Promise<void> => {
    const accepted = rows.length === 0 ? 0 : await storeBatch(rows, priority, deps);
    onStored(accepted, rows.length - accepted + duplicates);
  };

  /** Waits for the batch before: two at once could store two revisions of one call in the wrong order. */
  const flush = async (): Promise<void> => {
    const rows = [...batch.values()];
    const duplicates = repeated;
    batch = new Map();
    characters = 0;
    repeated = 0;
    await underWay;
    underWay = store(rows, duplicates);
    // Whoever waits for it next gets the error; until then it is not unhandled.
    underWay.catch(() => {});
  };

  const put = (row: CallRow): Promise<void> | undefined => {
    batch.set(row.call.history_id, row);
    characters += sizeOf(row.call);
    return batch.size >= BATCH_CALLS || characters >= BATCH_CHARACTERS ? flush() : undefined;
  };

  return {
    add: (call) => {
      const row = toCallRow(call, deps.phoneKeys);
      const earlier = batch.get(call.history_id);
      if (earlier === undefined) return put(row);
      if (!earlier.contentHash.equals(row.contentHash)) return flush().then(() => put(row));
      repeated += 1;
      return undefined;
    },
    finish: async () => {
      await flush();
      await underWay;
    },
    settle: () => underWay.catch(() => {}),
  };
};
