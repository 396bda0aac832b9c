/** Telegram takes uploads of up to 50 MB from a bot. */
const MAX_BYTES = 50 * 1024 * 1024;
const FETCH_TIMEOUT_MS = 20_000;
const DEFAULT_NAME = 'recording.mp3';

export type Recording =
  | { kind: 'fetched'; content: Buffer; fileName: string }
  /** Each code has a text: `recording-unavailable`. */
  | { kind: 'failed'; code: 'bad_address' | 'unreachable' | 'refused' | 'too_big' };

const fileNameOf = ({ pathname }: URL): string => {
  const last = pathname.split('/').at(-1) ?? '';
  return /^[\w.-]+\.(mp3|ogg|oga|wav|m4a)$/i.test(last) ? last : DEFAULT_NAME;
};

/** Collects a body until it is over or over the limit (null). */
const readLimited = async (body: AsyncIterable<Uint8Array>): Promise<Buffer | null> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** Fetches a call's recording from the telephony. Never throws: a recording that cannot be had is an answer. */
export const fetchRecording = async (address: string): Promise<Recording> => {
  if (!URL.canParse(address)) return { kind: 'failed', code: 'bad_address' };
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'failed', code: 'bad_address' };
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok || response.body === null) return { kind: 'failed', code: 'refused' };
    const content = await readLimited(response.body);
    return content === null
      ? { kind: 'failed', code: 'too_big' }
      : { kind: 'fetched', content, fileName: fileNameOf(url) };
  } catch {
    // The address holds the telephony's key: neither it nor the error's text goes anywhere.
    return { kind: 'failed', code: 'unreachable' };
  }
};
