const LABEL_WIDTH = 46;
const COLUMN_WIDTH = 14;

const cell = (text: string): string => text.padStart(COLUMN_WIDTH);

/** A whole number with thin groups: 12 345. */
export const asCount = (value: number): string =>
  Math.round(value).toLocaleString('en-US').replaceAll(',', ' ');

const RATIO_DIGITS = 2;
export const asRatio = (value: number): string => value.toFixed(RATIO_DIGITS);

/** Lines of a table; a missing cell shows as a dash. */
export const table = (
  columns: readonly string[],
  rows: readonly { label: string; cells: readonly (string | undefined)[] }[],
): string[] => [
  `${''.padEnd(LABEL_WIDTH)}${columns.map(cell).join('')}`,
  ...rows.map(
    ({ label, cells }) => `${label.padEnd(LABEL_WIDTH)}${cells.map((text) => cell(text ?? '–')).join('')}`,
  ),
];
