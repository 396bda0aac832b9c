import { MAX_EXPORT_BYTES, type ExportColumns, type ExportFormat } from '@perezvon/contracts';

/**
 * Bytes of a row by format and columns, measured (ADR 17) and rounded down: an order is refused
 * beforehand only when its file is surely too big; one that turns out so is given up on the way.
 */
const ROW_BYTES: Readonly<Record<ExportFormat, Readonly<Record<ExportColumns, number>>>> = {
  csv: { main: 200, all: 280, ids: 8 },
  xlsx: { main: 60, all: 110, ids: 6 },
};

/** Rows of a sheet under its header; no spreadsheet opens more. */
const MAX_ROWS = 1_048_575;

/** Whether a file of so many rows can surely not be sent. @param columns null: sums, which are short */
export const isTooBig = (format: ExportFormat, columns: ExportColumns | null, rows: number): boolean =>
  columns !== null && (rows > MAX_ROWS || rows * ROW_BYTES[format][columns] > MAX_EXPORT_BYTES);
