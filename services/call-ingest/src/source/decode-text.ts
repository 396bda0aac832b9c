import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** What spreadsheets save a CSV as. */
type TextEncoding = 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be';

const BYTE_ORDER_MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const HIGHEST_ASCII = 0x7f;
/** So many Windows-1251 letters in a row never look like UTF-8. */
const ENOUGH_NON_ASCII = 64;
/** A file that starts with this much plain ASCII holds no Russian: it is read as UTF-8. */
const LOOK_AHEAD_BYTES = 16 * 1024 * 1024;
const MAX_SEQUENCE_BYTES = 4;

/** The end of a sample may cut a letter in two: it is UTF-8 as well when a few bytes less are. */
const isUtf8Beginning = (bytes: Buffer): boolean => {
  for (let cut = 0; cut < MAX_SEQUENCE_BYTES; cut += 1)
    if (isUtf8(bytes.subarray(0, bytes.length - cut))) return true;
  return false;
};

const countNonAscii = (bytes: Buffer): number =>
  bytes.reduce((count, byte) => (byte > HIGHEST_ASCII ? count + 1 : count), 0);

/** @param isWhole the sample is the whole text: its last letter is not cut */
const detectEncoding = (sample: Buffer, isWhole: boolean): TextEncoding => {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => sample[at] === byte));
  if (marked) return marked[0];
  return (isWhole ? isUtf8(sample) : isUtf8Beginning(sample)) ? 'utf-8' : 'windows-1251';
};

/** Turns the bytes of a text file into text, without its byte order mark. */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let waiting: Buffer[] = [];
  let size = 0;
  let nonAscii = 0;
  for await (const chunk of bytes) {
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    waiting.push(chunk);
    size += chunk.length;
    nonAscii += countNonAscii(chunk);
    if (nonAscii < ENOUGH_NON_ASCII && size < LOOK_AHEAD_BYTES) continue;
    const sample = Buffer.concat(waiting);
    waiting = [];
    decoder = new TextDecoder(detectEncoding(sample, false));
    yield decoder.decode(sample, { stream: true });
  }
  const rest = Buffer.concat(waiting);
  decoder ??= new TextDecoder(detectEncoding(rest, true));
  yield decoder.decode(rest);
}
