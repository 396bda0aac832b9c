import { isUtf8 } from 'node:buffer';
import { MAX_RECORD_BYTES, type Piece, type RawRecord, type Splitter } from './raw-record.js';
import { splitArray } from './split-array.js';
import { splitDocument } from './split-document.js';
import { splitLines } from './split-lines.js';

/** What the sender calls it: `lines` is NDJSON; `unknown` may be an object, an array, or NDJSON all the same. */
export type JsonHint = 'lines' | 'unknown';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const HIGHEST_SPACE = 0x20;
const OPEN_BRACKET = 0x5b;
const NEWLINE = 0x0a;

const isJson = (bytes: Buffer): boolean => {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
};

/**
 * Tells by its beginning how the stream is built: an array, one record a line, or one object over several lines.
 * @returns null when more has to be read first
 */
const chooseSplitter = (start: Buffer, hint: JsonHint, isWhole: boolean): Splitter | null => {
  const first = start.find((byte) => byte > HIGHEST_SPACE);
  // A blank start is no reason to read all of it into memory.
  if (first === undefined) return start.length < MAX_RECORD_BYTES ? null : splitLines();
  if (first === OPEN_BRACKET) return splitArray();
  if (hint === 'lines') return splitLines();
  const end = start.indexOf(NEWLINE, start.indexOf(first));
  if (end < 0 && !isWhole && start.length < MAX_RECORD_BYTES) return null;
  return isJson(end < 0 ? start : start.subarray(0, end)) ? splitLines() : splitDocument();
};

const withoutByteOrderMark = (start: Buffer): Buffer =>
  start.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? start.subarray(BYTE_ORDER_MARK.length)
    : start;

/** A splitter that looks at the stream's beginning first, and then is the one that it calls for. */
const splitJson = (hint: JsonHint): Splitter => {
  let chosen: Splitter | null = null;
  let start: Buffer = Buffer.alloc(0);

  const choose = (isWhole: boolean): Piece[] => {
    const text = withoutByteOrderMark(start);
    chosen = chooseSplitter(text, hint, isWhole);
    return chosen?.push(text) ?? [];
  };

  return {
    push: (chunk) => {
      if (chosen !== null) return chosen.push(chunk);
      start = Buffer.concat([start, chunk]);
      return start.length < BYTE_ORDER_MARK.length ? [] : choose(false);
    },
    end: () => {
      const pieces = chosen === null ? choose(true) : [];
      return [...pieces, ...(chosen?.end() ?? [{ line: 1, problem: 'there is nothing in it' }])];
    },
  };
};

const parsePiece = (piece: Piece): RawRecord => {
  if ('problem' in piece) return piece;
  const { line, bytes } = piece;
  if (!isUtf8(bytes)) return { line, problem: 'this is not UTF-8' };
  try {
    return { line, value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    // V8's message repeats a part of the record, which may hold personal data.
    return { line, problem: 'this is not JSON' };
  }
};

/**
 * Reads JSON records from a stream of any length: an array, NDJSON, or one object. What cannot be read is
 * yielded as a problem, and reading goes on with the next record; so is a stream with nothing in it.
 */
export async function* readJson(bytes: AsyncIterable<Buffer>, hint: JsonHint): AsyncGenerator<RawRecord> {
  const splitter = splitJson(hint);
  for await (const chunk of bytes) yield* splitter.push(chunk).map(parsePiece);
  yield* splitter.end().map(parsePiece);
}
