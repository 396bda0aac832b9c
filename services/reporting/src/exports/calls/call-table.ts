import type { CallExport, ExportColumns } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { maskPersonal } from '@perezvon/lm/redact';
import type { ExportTable, Row, TableColumn } from '../table.js';
import type { Words } from '../texts.js';
import { CALL_COLUMNS, ID_COLUMN, idCell, type CallColumn, type CallWords } from './columns.js';
import { rememberWords } from './remember-words.js';
import { listCallIds, listCallRows, type CallQuestion } from './list-call-rows.js';

async function* mapPages<Found>(
  pages: AsyncIterable<readonly Found[]>,
  toRow: (found: Found) => Row,
): AsyncGenerator<readonly Row[]> {
  for await (const page of pages) yield page.map(toRow);
}

interface AskedCalls {
  content: CallExport;
  columns: ExportColumns;
  period: CallQuestion['period'];
}

/** Names and numbers hidden, as the list of the bot hides them. */
const hideNames = (said: string): string => maskPersonal(said, 'client');

const namedIn =
  (words: Words) =>
  ({ header, kind, width }: CallColumn): TableColumn => ({ header: header(words), kind, width });

/** Calls, one a row: the worst of a list first, of all calls the latest. */
export const callTable = (
  snapshot: Db,
  { content, columns, period }: AskedCalls,
  { words, isMasked }: { words: Words; isMasked: boolean },
): ExportTable => {
  const question = { content, period };
  const sheet = words('export-sheet', { content });
  if (columns === 'ids')
    return {
      sheet,
      columns: [ID_COLUMN].map(namedIn(words)),
      pages: mapPages(listCallIds(snapshot, question), (found) => [idCell(found)]),
    };
  const about: CallWords = { words, content, visible: isMasked ? rememberWords(hideNames) : (said) => said };
  const chosen = CALL_COLUMNS[columns];
  return {
    sheet,
    columns: chosen.map(namedIn(words)),
    pages: mapPages(listCallRows(snapshot, question), (row) => chosen.map(({ cell }) => cell(row, about))),
  };
};
