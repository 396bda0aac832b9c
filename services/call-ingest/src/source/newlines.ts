const CARRIAGE_RETURN = /\r\n?/gu;

/** The same text with `\n` as its only line break, wherever its parts end: lines can be counted then. */
export async function* normaliseNewlines(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const part of parts) {
    const text = held + part;
    // A `\r` at the end may be the first half of `\r\n`.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(CARRIAGE_RETURN, '\n');
  }
  if (held !== '') yield '\n';
}
