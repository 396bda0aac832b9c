import {
  CSV_COLUMNS,
  CSV_DIRECTIONS,
  EMPTY_CELLS,
  REQUIRED_FIELDS,
  UPSTREAM_FIELDS,
  type CsvField,
} from './csv-columns.js';

/** Reads one row by the file's header. */
export type RowReader = (cells: readonly string[]) => Record<string, unknown>;

const MS_PER_S = 1_000;
const WHOLE_NUMBER = /^\d{1,15}$/u;

const isCsvField = (name: string): name is CsvField => Object.hasOwn(CSV_COLUMNS, name);
const FIELDS = Object.keys(CSV_COLUMNS).filter(isCsvField);

const positionsOf = (header: readonly string[], field: CsvField): number[] =>
  CSV_COLUMNS[field].map((name) => header.indexOf(name)).filter((position) => position >= 0);

/** The names of columns without which no row can be read; [] when the header has all. */
export const missingColumns = (header: readonly string[]): string[] =>
  REQUIRED_FIELDS.filter((fields) => fields.every((field) => positionsOf(header, field).length === 0)).map(
    (fields) => fields.flatMap((field) => CSV_COLUMNS[field]).join(' or '),
  );

/** A number where the cell holds one; any other text is left for the check of the record, which names the field. */
const numberOrText = (cell: string | null): number | string | null =>
  cell !== null && WHOLE_NUMBER.test(cell.trim()) ? Number(cell) : cell;

const fromEpoch = (seconds: string | null): string | null => {
  const whole = numberOrText(seconds);
  return typeof whole === 'number' ? new Date(whole * MS_PER_S).toISOString() : null;
};

/**
 * Makes the reader of a file's rows.
 * @param header names of the columns, in any case
 */
export const rowReader = (header: readonly string[]): RowReader => {
  const names = header.map((name) => name.trim().toLowerCase());
  const positions = new Map(FIELDS.map((field) => [field, positionsOf(names, field)]));

  return (cells) => {
    const cell = (field: CsvField): string | null => {
      for (const position of positions.get(field) ?? []) {
        const text = cells[position];
        if (text !== undefined && !EMPTY_CELLS.has(text.trim())) return text;
      }
      return null;
    };
    const written = cell('direction');
    const direction = written === null ? null : (CSV_DIRECTIONS[written.trim().toLowerCase()] ?? written);
    const talkDuration = numberOrText(cell('talk_duration'));
    const isOutbound = direction === 'outbound';
    const person = cell('operator') ?? cell(isOutbound ? 'caller_info' : 'called_info');
    // Where nobody talked there is nothing left to transcribe; elsewhere an empty cell means "not yet".
    const withoutTranscript = talkDuration === 0 ? [] : null;

    return {
      history_id: numberOrText(cell('history_id')),
      call_date: cell('call_date') ?? fromEpoch(cell('call_start_epoch')),
      direction,
      await_sec: numberOrText(cell('await_sec')),
      talk_duration: talkDuration,
      operator: talkDuration === 0 ? null : person,
      transcript: cell('transcript') ?? withoutTranscript,
      upstream: Object.fromEntries(UPSTREAM_FIELDS.map((field) => [field, cell(field)])),
      client_phone: cell('client_phone') ?? cell(isOutbound ? 'called_number' : 'caller_number'),
      recording_url: cell('recording_url'),
      source: cell('source'),
    };
  };
};
