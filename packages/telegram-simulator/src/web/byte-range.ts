/** Bytes `start` to `end`, both included, as HTTP counts. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * What a `Range` header asks of a file: players ask for parts to jump inside a recording.
 * @returns null for the whole file (no header, or several ranges), 'unsatisfiable' for what lies outside it
 */
export const readRange = (header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null => {
  const match = /^bytes=(?<first>\d*)-(?<last>\d*)$/.exec(header ?? '');
  const { first = '', last = '' } = match?.groups ?? {};
  if (!match || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
};
