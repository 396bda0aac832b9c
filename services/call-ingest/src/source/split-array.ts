import { RECORD_TOO_LONG, type Piece, type Splitter } from './raw-record.js';
import { recordBuffer } from './record-buffer.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const HIGHEST_SPACE = 0x20;

const NOT_CLOSED = 'the JSON array is not closed: the body may be cut off';
const AFTER_THE_END = 'there is more after the end of the JSON array';

/** What one byte means to the scan: all of JSON's structure is ASCII, which no other UTF-8 character contains. */
type Meaning = 'inside' | 'element ends' | 'array ends';

/** Follows strings and brackets from byte to byte. Depth 0 is before the array, 1 between its elements. */
const structure = (): ((byte: number) => Meaning) => {
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  return (byte) => {
    if (inString) {
      if (isEscaped) isEscaped = false;
      else if (byte === BACKSLASH) isEscaped = true;
      else if (byte === QUOTE) inString = false;
      return 'inside';
    }
    switch (byte) {
      case QUOTE:
        inString = true;
        return 'inside';
      case OPEN_BRACKET:
      case OPEN_BRACE:
        depth += 1;
        return 'inside';
      case COMMA:
        return depth === 1 ? 'element ends' : 'inside';
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        depth -= 1;
        return depth === 0 ? 'array ends' : 'inside';
      default:
        return 'inside';
    }
  };
};

/**
 * Cuts a JSON array into its elements without reading them: a broken element costs itself only, as long as its
 * quotes and brackets close. `line` is the element's position, from 1.
 */
export const splitArray = (): Splitter => {
  const meaningOf = structure();
  const pending = recordBuffer();
  let position = 1;
  let hasOpened = false;
  let hasEnded = false;
  let hasMoreAfterEnd = false;

  const finishElement = (pieces: Piece[], isLast: boolean): void => {
    const bytes = pending.take();
    if (bytes === null) pieces.push({ line: position, problem: RECORD_TOO_LONG });
    // Nothing before the closing bracket: an empty array, or a comma too many.
    else if (!isLast || bytes.some((byte) => byte > HIGHEST_SPACE)) pieces.push({ line: position, bytes });
    position += 1;
  };

  const scan = (chunk: Buffer, start: number, pieces: Piece[]): number => {
    let from = start;
    for (let at = start; at < chunk.length; at += 1) {
      const meaning = meaningOf(chunk[at] ?? 0);
      if (meaning === 'inside') continue;
      pending.add(chunk.subarray(from, at));
      hasEnded = meaning === 'array ends';
      finishElement(pieces, hasEnded);
      from = at + 1;
      if (hasEnded) return from;
    }
    pending.add(chunk.subarray(from));
    return chunk.length;
  };

  const skipOpening = (chunk: Buffer): number => {
    const at = chunk.indexOf(OPEN_BRACKET);
    if (at < 0) return chunk.length;
    hasOpened = true;
    meaningOf(OPEN_BRACKET);
    return at + 1;
  };

  return {
    push: (chunk) => {
      const pieces: Piece[] = [];
      const start = hasOpened ? 0 : skipOpening(chunk);
      const rest = hasEnded ? 0 : scan(chunk, start, pieces);
      if (hasEnded && chunk.subarray(rest).some((byte) => byte > HIGHEST_SPACE)) hasMoreAfterEnd = true;
      return pieces;
    },
    end: () => {
      if (hasMoreAfterEnd) return [{ line: position, problem: AFTER_THE_END }];
      return hasEnded ? [] : [{ line: position, problem: NOT_CLOSED }];
    },
  };
};
