import type { CellValue } from 'hucre';
import { writeXlsxStream } from 'hucre/xlsx';
import { DateTime } from 'luxon';
import { cleanWords, phoneWords, rublesOf, type Cell, type ColumnKind, type ExportTable } from '../table.js';

/** How a spreadsheet shows a column; text needs nothing: a string stays one, whatever it begins with. */
const NUMBER_FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = {
  moment: 'dd.mm.yyyy hh:mm',
  day: 'dd.mm.yyyy',
  share: '0.00',
  money: '#,##0.00',
};

/** Longer text makes Excel call the file damaged. */
const MAX_TEXT = 32_767;
/** In this format `_x0041_` stands for a character: words that only look like it say so. */
const ESCAPE_LIKE = /_(?=x[0-9a-fA-F]{4}_)/gu;

const textValue = (words: string): string =>
  cleanWords(words).slice(0, MAX_TEXT).replaceAll(ESCAPE_LIKE, '_x005F_');

/** A spreadsheet knows no time zones: the clinic's clock is written as if it were UTC. */
const onClock = (at: Date, timezone: string): Date =>
  DateTime.fromJSDate(at, { zone: timezone }).setZone('utc', { keepLocalTime: true }).toJSDate();

const valueOf = (cell: Cell, timezone: string): CellValue => {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'string') return textValue(cell);
  if ('last4' in cell) return phoneWords(cell);
  if ('kopecks' in cell) return rublesOf(cell);
  return 'at' in cell ? onClock(cell.at, timezone) : new Date(`${cell.day}T00:00:00Z`);
};

async function* valuesOf({ pages }: ExportTable, timezone: string): AsyncGenerator<CellValue[]> {
  for await (const rows of pages) for (const row of rows) yield row.map((cell) => valueOf(cell, timezone));
}

/**
 * The file's bytes as they come: memory does not grow with the rows. The library stands behind this function alone
 * (ADR 17).
 * @param timezone IANA name: the clinic's clock
 */
export const xlsxBytes = (table: ExportTable, timezone: string): AsyncIterable<Uint8Array> =>
  writeXlsxStream(valuesOf(table, timezone), {
    name: table.sheet,
    columns: table.columns.map(({ header, width, kind }) => {
      const numFmt = NUMBER_FORMATS[kind];
      return { header, width, ...(numFmt !== undefined && { numFmt }) };
    }),
    freezePane: { rows: 1 },
  });
