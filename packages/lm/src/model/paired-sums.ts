/**
 * Sums of rows of whole numbers, two columns at a time: a number of JavaScript holds 53 bits, so one addition adds a
 * column in its upper half and one in its lower, exactly.
 */
export interface PairedRows {
  readonly pairs: Float64Array;
  /** Pairs a row takes: a multiple of `BLOCK`. */
  readonly width: number;
  readonly columns: number;
}

/** Pairs summed at once in variables of their own: sums in an array would be read and written at every step. */
const BLOCK = 4;
const UPPER = 2 ** 26;
/** No sum of a column, whichever rows it takes, reaches into the half of the other. */
const MOST = UPPER / 2 - 1;

const checkColumn = (values: Int16Array, columns: number, column: number): void => {
  let most = 0;
  for (let at = column; at < values.length; at += columns) most += Math.abs(values[at] ?? 0);
  if (most > MOST) throw new Error(`model: the weights of target ${column} are too large to be summed`);
};

/**
 * @param values the rows one after the other
 * @throws Error when a column is so large that sums could not be told apart
 */
export const packPairs = (values: Int16Array, columns: number): PairedRows => {
  for (let column = 0; column < columns; column += 1) checkColumn(values, columns, column);
  const width = Math.ceil(columns / 2 / BLOCK) * BLOCK;
  const rows = columns === 0 ? 0 : values.length / columns;
  const pairs = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * width + Math.floor(column / 2);
      const value = values[row * columns + column] ?? 0;
      pairs[at] = (pairs[at] ?? 0) + (column % 2 === 0 ? value : value * UPPER);
    }
  }
  return { pairs, width, columns };
};

/** Plus 0, as what rounds to −0 is a plain 0. */
const upperOf = (pair: number): number => Math.round(pair / UPPER) + 0;

const unpack = (sums: Float64Array, pair: number, sum: number): void => {
  const upper = upperOf(sum);
  sums[2 * pair] = sum - upper * UPPER;
  sums[2 * pair + 1] = upper;
};

/** One number of a row; 0 in a column that there is not. */
export const pairedValue = ({ pairs, width, columns }: PairedRows, row: number, column: number): number => {
  if (column < 0 || column >= columns) return 0;
  const pair = pairs[row * width + (column >> 1)] ?? 0;
  const upper = upperOf(pair);
  return (column & 1) === 0 ? pair - upper * UPPER : upper;
};

/** @param rows each at most once. @returns the sum of every column */
export const sumPairs = (
  { pairs, width, columns }: PairedRows,
  rows: readonly { readonly feature: number }[],
): Float64Array => {
  const sums = new Float64Array(columns);
  for (let block = 0; block < width; block += BLOCK) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let row = 0; row < rows.length; row += 1) {
      const at = (rows[row]?.feature ?? 0) * width + block;
      first += pairs[at] ?? 0;
      second += pairs[at + 1] ?? 0;
      third += pairs[at + 2] ?? 0;
      fourth += pairs[at + 3] ?? 0;
    }
    unpack(sums, block, first);
    unpack(sums, block + 1, second);
    unpack(sums, block + 2, third);
    unpack(sums, block + 3, fourth);
  }
  return sums;
};
