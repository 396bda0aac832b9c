/** Telegram takes uploads of up to 50 MB from a bot. */
export const MAX_RECORDING_BYTES = 50 * 1024 * 1024;

/** Why a recording cannot be had; each has a text: `recording-unavailable`. */
export type RecordingProblem =
  | 'bad_address'
  /** A private address, or a file outside the recordings' folder: never read for anybody. */
  | 'not_allowed'
  /** No such file, or the telephony did not hand it out. */
  | 'refused'
  | 'too_big'
  /** No answer in time: another attempt may help. */
  | 'unreachable';

export type Recording =
  | { kind: 'fetched'; content: Buffer; fileName: string }
  | { kind: 'failed'; code: RecordingProblem };

export const failed = (code: RecordingProblem): Recording => ({ kind: 'failed', code });

const DEFAULT_NAME = 'recording.mp3';

/** The last part of a path when it is an ordinary audio file's name, otherwise a neutral one. */
export const audioNameOf = (path: string): string => {
  const last = path.split('/').at(-1) ?? '';
  return /^[\w.-]+\.(mp3|ogg|oga|wav|m4a)$/i.test(last) ? last : DEFAULT_NAME;
};

/** Collects a body until it is over; null: it is larger than Telegram takes. */
export const readLimited = async (body: AsyncIterable<Uint8Array>): Promise<Buffer | null> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > MAX_RECORDING_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};
