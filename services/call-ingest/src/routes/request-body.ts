import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/** The body is longer than INGEST_MAX_BODY_BYTES. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * The bytes of a request as they arrive, not more than `maxBytes`. The stream is left open when the reading ends
 * early: the sender still has to get his answer.
 * @throws BodyTooLarge on the first byte too many; the stream's error when the connection breaks
 */
export async function* readBody(stream: Readable, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new BodyTooLarge();
    yield bytes;
  }
}

/** What a refused sender may still send, and how long it may take him to stop. */
const DISCARDED_BYTES = 64 * 1024 * 1024;
const DISCARD_WITHIN_MS = 2_000;

/**
 * Reads what an answered sender still sends and forgets it, then closes the connection: closed while he writes, it
 * would lose him the answer; kept, it would hold up a stop of the server. Whoever does not come to an end is cut off.
 */
export const discardRest = (request: IncomingMessage): void => {
  let size = 0;
  const cutOff = setTimeout(() => request.destroy(), DISCARD_WITHIN_MS);
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > DISCARDED_BYTES) request.destroy();
  });
  request.on('error', () => {});
  request.on('end', () => request.socket.end());
  request.on('close', () => clearTimeout(cutOff));
};
