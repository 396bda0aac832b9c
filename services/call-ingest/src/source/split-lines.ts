import { RECORD_TOO_LONG, type Piece, type Splitter } from './raw-record.js';
import { recordBuffer } from './record-buffer.js';

const NEWLINE = 0x0a;
const isBlank = (bytes: Buffer): boolean =>
  bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));

/** Cuts NDJSON into its lines; empty ones are passed over, and counted. */
export const splitLines = (): Splitter => {
  const pending = recordBuffer();
  let line = 1;

  const finishLine = (pieces: Piece[]): void => {
    const bytes = pending.take();
    if (bytes === null) pieces.push({ line, problem: RECORD_TOO_LONG });
    else if (!isBlank(bytes)) pieces.push({ line, bytes });
    line += 1;
  };

  return {
    push: (chunk) => {
      const pieces: Piece[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        pending.add(chunk.subarray(from, at));
        finishLine(pieces);
        from = at + 1;
      }
      pending.add(chunk.subarray(from));
      return pieces;
    },
    end: () => {
      const pieces: Piece[] = [];
      finishLine(pieces);
      return pieces;
    },
  };
};
