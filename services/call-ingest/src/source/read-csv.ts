import { Readable } from 'node:stream';
import { parse, type Parser } from 'csv-parse';
import { z } from 'zod';
import { missingColumns, rowReader, type RowReader } from './csv-record.js';
import { decodeText } from './decode-text.js';
import { detectDelimiter } from './delimiter.js';
import { normaliseNewlines } from './newlines.js';
import { MAX_RECORD_BYTES, type RawRecord } from './raw-record.js';
import { UnreadableFile } from './unreadable-file.js';

const Row = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });

const NEVER_CLOSED =
  'a cell that begins in this row opens a quote that is never closed (or is too long): nothing after it was read';

const countBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

const readHeader = (cells: readonly string[]): RowReader => {
  const names = cells.map((name) => name.trim().toLowerCase());
  const missing = missingColumns(names);
  if (missing.length > 0)
    throw new UnreadableFile(
      `The first line has no column ${missing.join(', ')}: it must name the columns, such as history_id;call_date;direction.`,
    );
  return rowReader(names);
};

/** The text from its beginning, and the beginning up to the first line break. */
const peekLine = async (
  parts: AsyncGenerator<string>,
): Promise<{ line: string; text: AsyncGenerator<string> }> => {
  let start = '';
  while (!start.includes('\n') && start.length < MAX_RECORD_BYTES) {
    const { value, done } = await parts.next();
    if (done) break;
    start += value;
  }
  async function* whole(): AsyncGenerator<string> {
    yield start;
    yield* parts;
  }
  return { line: start.split('\n', 1)[0] ?? '', text: whole() };
};

const openParser = (delimiter: string, onProblem: () => void): Parser =>
  parse({
    delimiter,
    info: true,
    // Rows end where they end; what is missing in them, the check of the record says better.
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
    // Not to go on after it, but to keep the rows before it: an error would throw them away with the stream.
    skip_records_with_error: true,
    on_skip: () => {
      onProblem();
      return undefined;
    },
  });

/**
 * Reads the rows of a CSV of any length as records; `line` is the file's line in which the row begins.
 * UTF-8, UTF-16 or Windows-1251, with `;`, `,` or tabs: both are found out.
 * @throws UnreadableFile when the header lacks a column that every call needs
 */
export async function* readCsv(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawRecord> {
  const { line, text } = await peekLine(normaliseNewlines(decodeText(bytes)));
  if (line.trim() === '')
    throw new UnreadableFile('The file is empty: its first line must name the columns.');

  let isBroken = false;
  const parser = openParser(detectDelimiter(line), () => {
    isBroken = true;
  });
  async function* untilBroken(): AsyncGenerator<string> {
    for await (const part of text) {
      if (isBroken) return;
      yield part;
    }
  }
  const input = Readable.from(untilBroken()).on('error', (error) => parser.destroy(error));
  input.pipe(parser);

  let readRow: RowReader | null = null;
  let lastLine = 0;
  try {
    for await (const row of parser) {
      const { record, info } = Row.parse(row);
      if (readRow === null) readRow = readHeader(record);
      else yield { line: info.lines - countBreaks(record), value: readRow(record) };
      lastLine = info.lines;
    }
  } finally {
    input.destroy();
  }
  if (isBroken) yield { line: lastLine + 1, problem: NEVER_CLOSED };
}
