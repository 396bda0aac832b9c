/** `on`: the page after the cursor; `back`: the page before it. */
export type Direction = 'on' | 'back';

/** One page of a keyset list. */
export interface Page<Row> {
  rows: readonly Row[];
  hasPrevious: boolean;
  hasNext: boolean;
}

interface PageRequest {
  from: { direction: Direction } | null;
  limit: number;
}

/**
 * Makes a page of the `limit + 1` rows that were read in reading direction: the row too many only says that there
 * are more. Rows come back in the list's own order.
 */
export const pageOf = <Row>(read: readonly Row[], { from, limit }: PageRequest): Page<Row> => {
  const hasMore = read.length > limit;
  const rows = read.slice(0, limit);
  if (from?.direction === 'back') return { rows: rows.toReversed(), hasPrevious: hasMore, hasNext: true };
  return { rows, hasPrevious: from !== null, hasNext: hasMore };
};

/** One page of a list whose pages are numbered, from 0. */
export interface NumberedPage<Row> {
  rows: readonly Row[];
  page: number;
  hasNext: boolean;
}

interface Numbered {
  page: number;
  /** Rows of a page. */
  size: number;
}

/** Makes a page of the `size + 1` rows that were read from its beginning on: the row too many says that there are more. */
export const numberedPage = <Row>(read: readonly Row[], { page, size }: Numbered): NumberedPage<Row> => ({
  rows: read.slice(0, size),
  page,
  hasNext: read.length > size,
});

/** One page of a list that is in memory as a whole. */
export const pageOfAll = <Row>(all: readonly Row[], numbered: Numbered): NumberedPage<Row> =>
  numberedPage(all.slice(numbered.page * numbered.size), numbered);
