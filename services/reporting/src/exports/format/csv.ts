import type { Language } from '@perezvon/texts';
import { DateTime } from 'luxon';
import { cleanWords, phoneWords, rublesOf, type Cell, type ExportTable } from '../table.js';

/** Tells Excel that the file is UTF-8. */
const BOM = '\uFEFF';
/** What Excel in Russia takes apart by itself: the comma stands in its numbers. */
const SEPARATOR = ';';
const END_OF_LINE = '\r\n';
/** Digits of the part of a ruble. */
const KOPECK_DIGITS = 2;
const DECIMAL_SIGN: Readonly<Record<Language, string>> = { ru: ',', en: '.' };

/**
 * What a spreadsheet takes for a formula (OWASP, "CSV injection"): a line of a call must not become a command on the
 * machine of whoever opens the file. The full-width signs are read like the plain ones by some.
 */
const LOOKS_LIKE_FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u;
const NEEDS_QUOTES = /[";\r\n]|^\s|\s$/u;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const wordsField = (words: string): string => {
  const clean = cleanWords(words);
  return quoted(LOOKS_LIKE_FORMULA.test(clean) ? `'${clean}` : clean);
};

/** Where and for whom the file is read. */
export interface CsvReader {
  /** IANA name: the clinic's clock. */
  timezone: string;
  language: Language;
}

/** One value as it stands between two separators. */
const csvField = (cell: Cell, { timezone, language }: CsvReader): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return wordsField(cell);
  if (typeof cell === 'number') return String(cell).replace('.', DECIMAL_SIGN[language]);
  // Ours, with signs that no formula has: it need not be defused, which would spoil it.
  if ('last4' in cell) return phoneWords(cell);
  if ('kopecks' in cell) return rublesOf(cell).toFixed(KOPECK_DIGITS).replace('.', DECIMAL_SIGN[language]);
  const at = 'at' in cell ? DateTime.fromJSDate(cell.at, { zone: timezone }) : DateTime.fromISO(cell.day);
  return at.toFormat('at' in cell ? 'dd.MM.yyyy HH:mm' : 'dd.MM.yyyy');
};

/** The file's bytes, a page of rows at a time: UTF-8 with BOM, `;`, CRLF (RFC 4180). */
export async function* csvBytes(
  { columns, pages }: ExportTable,
  reader: CsvReader,
): AsyncGenerator<Uint8Array> {
  const line = (cells: readonly Cell[]): string =>
    cells.map((cell) => csvField(cell, reader)).join(SEPARATOR) + END_OF_LINE;
  yield Buffer.from(BOM + line(columns.map(({ header }) => header)));
  for await (const rows of pages) yield Buffer.from(rows.map(line).join(''));
}
