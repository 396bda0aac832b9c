import { MAX_RECORD_BYTES } from './raw-record.js';

/** Collects the bytes of the record under way over several chunks. */
export interface RecordBuffer {
  add(part: Buffer): void;
  /** The record so far, or null when it is longer than `MAX_RECORD_BYTES`; empties the buffer. */
  take(): Buffer | null;
}

/** An empty buffer; of a record over the limit it keeps nothing but that fact. */
export const recordBuffer = (): RecordBuffer => {
  let parts: Buffer[] = [];
  let size = 0;
  return {
    add: (part) => {
      size += part.length;
      if (size > MAX_RECORD_BYTES) parts = [];
      else parts.push(part);
    },
    take: () => {
      const isTooLong = size > MAX_RECORD_BYTES;
      const [only] = parts;
      const record = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
      parts = [];
      size = 0;
      return isTooLong ? null : record;
    },
  };
};
