/** One record as a file or a body holds it: parsed, but not checked; or what made it unreadable. */
export type RawRecord =
  | { line: number; value: unknown }
  | { line: number; /** Short, and without anything of the record. */ problem: string };

/** A record's bytes, cut out of a stream. */
export type Piece = { line: number; bytes: Buffer } | { line: number; problem: string };

/** Cuts a stream into records; holds one record at most, of limited size. */
export interface Splitter {
  push(chunk: Buffer): Piece[];
  /** What is left when the stream ends. */
  end(): Piece[];
}

/** Room for the longest transcript that is accepted, in Cyrillic and with escapes. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;
export const RECORD_TOO_LONG = `the record is longer than ${MAX_RECORD_BYTES} bytes`;
