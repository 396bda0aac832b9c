import { parse } from 'csv-parse/sync';
import readSheets from 'read-excel-file/node';

/** All bytes of a stream of pieces. */
export const collect = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

/** Reads a CSV file as a program for tables does: by its BOM, its `;` and its quotes. */
export const readCsv = (file: Buffer): string[][] =>
  parse(file, { bom: true, delimiter: ';', record_delimiter: '\r\n' });

/** Reads the only sheet of an XLSX file with another library than the one that wrote it. */
export const readXlsx = async (file: Buffer): Promise<{ sheet: string; rows: unknown[][] }> => {
  // Blanks at both ends are a part of what somebody said.
  const [first, ...others] = await readSheets(file, { trim: false });
  if (!first || others.length > 0) throw new Error('expected one sheet');
  return { sheet: first.sheet, rows: first.data };
};
