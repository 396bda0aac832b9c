import { KOPECKS_IN_RUBLE } from '@perezvon/contracts';

/** What a column holds: it decides how a spreadsheet shows it. */
export type ColumnKind = 'text' | 'number' | 'share' | 'money' | 'moment' | 'day' | 'phone';

export interface TableColumn {
  header: string;
  kind: ColumnKind;
  /** Of its usual content, in characters. */
  width: number;
}

/** A client's number as people may see it: only its end, whoever asks. */
export interface MaskedPhone {
  last4: string;
}

/** A moment on the clinic's clock. */
export interface Moment {
  at: Date;
}

/** A clinic day, `2026-11-24`. */
export interface Day {
  day: string;
}

/** A sum of money, read as rubles. */
export interface Money {
  kopecks: number;
}

/** One value. A string is words that anybody may have said or typed: it is shown, never computed. null: not known. */
export type Cell = string | number | MaskedPhone | Moment | Day | Money | null;
export type Row = readonly Cell[];

/** A table that is longer than memory: its rows come page by page. */
export interface ExportTable {
  sheet: string;
  columns: readonly TableColumn[];
  pages: AsyncIterable<readonly Row[]>;
}

/** The pages of a table that fits one. */
export async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/** A sum as a spreadsheet has it. */
export const rublesOf = ({ kopecks }: Money): number => kopecks / KOPECKS_IN_RUBLE;

/** `+7 ••• •••-12-34`, as on the call's card. */
export const phoneWords = ({ last4 }: MaskedPhone): string =>
  `+7 ••• •••-${last4.slice(0, 2)}-${last4.slice(2)}`;

const CONTROL_CHARACTERS = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Words without what no file format can hold: control characters, halves of an emoji. */
export const cleanWords = (words: string): string =>
  words.replaceAll(CONTROL_CHARACTERS, '').replaceAll(LONE_SURROGATE, '\uFFFD');
