/** Telegram takes uploads of up to 50 MB from a bot. */
export const MAX_RECORDING_BYTES = 50 * 1024 * 1024;

/** Why a recording cannot be had; each has a text: `recording-unavailable`. */
export type RecordingProblem =
  | 'bad_address'
  /** A private address, a file outside the recordings' folder, a bucket that is not ours: never read for anybody. */
  | 'not_allowed'
  /** The bot has no key to that storage, or the storage does not accept it. */
  | 'not_configured'
  /** No such file, or the telephony did not hand it out. */
  | 'refused'
  | 'too_big'
  /** What lies there is no sound, or a broken one. */
  | 'unplayable'
  /** No answer in time: another attempt may help. */
  | 'unreachable';

export interface Failed {
  kind: 'failed';
  code: RecordingProblem;
}
export const failed = (code: RecordingProblem): Failed => ({ kind: 'failed', code });

/** A recording as it lies at its place. */
export interface Fetched {
  kind: 'fetched';
  content: Buffer;
  /** Of the file's name, lower case, without the dot; null: none. A hint only, see `formatOf`. */
  extension: string | null;
}
export type Recording = Fetched | Failed;

/** The extension of a path's last part. The name itself is not kept: telephonies write the client's number into it. */
export const extensionOf = (path: string): string | null =>
  /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? null;

/** Collects a body until it is over; null: it is larger than `maxBytes`. */
export const readLimited = async (
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Buffer | null> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};
