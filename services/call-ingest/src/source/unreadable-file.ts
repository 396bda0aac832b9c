/** A file of which nothing can be read; the text says what to change. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
