import {
  GATES,
  METRICS,
  toldOutcome,
  type CallExport,
  type ExportColumns,
  METRIC_NAMES,
} from '@perezvon/contracts';
import { CALL_LIST, isUnread, readEvidence, strongestOf } from '@perezvon/db/calls';
import { ROLLED_UP_METRICS, type RolledUpMetric } from '@perezvon/db/figures';
import { codeKey, nameOf } from '@perezvon/texts';
import { z } from 'zod';
import type { Cell, ColumnKind, TableColumn } from '../table.js';
import type { Words } from '../texts.js';
import type { CallRow } from './call-row.js';

/** What turns a call into words. */
export interface CallWords {
  words: Words;
  content: CallExport;
  /** What was said, as the reader of the file may see it. */
  visible: (said: string) => string;
}

/** One column of an export of calls. */
export interface CallColumn extends Omit<TableColumn, 'header'> {
  header: (words: Words) => string;
  cell: (row: CallRow, about: CallWords) => Cell;
}

type Details = Pick<CallColumn, 'cell'> & { kind?: ColumnKind; width?: number };

const DEFAULT_WIDTH = 14;
const NARROW = 10;
const MOMENT_WIDTH = 17;
const PHONE_WIDTH = 20;
const WORDS_WIDTH = 60;

const column = (name: string, { cell, kind = 'text', width = DEFAULT_WIDTH }: Details): CallColumn => ({
  header: (words) => words(`export-column-${name}`),
  kind,
  width,
  cell,
});

const momentColumn = (name: string, at: (row: CallRow) => Date | null): CallColumn =>
  column(name, {
    kind: 'moment',
    width: MOMENT_WIDTH,
    cell: (row) => {
      const moment = at(row);
      return moment && { at: moment };
    },
  });

const codeColumn = (name: string, textKind: string, code: (row: CallRow) => string | null): CallColumn =>
  column(name, {
    width: PHONE_WIDTH,
    cell: (row, { words }) => {
      const value = code(row);
      return value && words(codeKey(textKind, value));
    },
  });

const metricCell = (value: number | boolean | null, words: Words): Cell =>
  typeof value === 'boolean' ? words(value ? 'export-yes' : 'export-no') : value;

const metricColumn = (name: RolledUpMetric): CallColumn => ({
  header: (words) => {
    const metric = words(codeKey('metric', name));
    return METRICS[name].kind === 'probability' ? words('export-column-probability', { metric }) : metric;
  },
  kind: METRICS[name].kind === 'probability' ? 'share' : 'number',
  width: DEFAULT_WIDTH,
  cell: (row, { words }) => metricCell(row[name], words),
});

/** The words that count most in this list; among all calls, the heaviest of all. */
const quoteOf = ({ evidence }: CallRow, { content, visible }: CallWords): Cell => {
  const metrics = content === 'calls' ? METRIC_NAMES : CALL_LIST[content].metrics;
  const strongest = strongestOf(readEvidence(evidence), metrics);
  return strongest && visible(strongest.quote);
};

const ownerName = ({ ownerFirstName: firstName, ownerLastName: lastName }: CallRow): Cell =>
  firstName === null ? null : nameOf({ firstName, lastName });

const StoredGates = z.record(z.string(), z.string());

/** Why metrics of this call are not known, as far as this version knows the reason; null: all are. */
const gateWords = ({ gates }: CallRow, { words }: CallWords): Cell => {
  const stored = new Set(Object.values(StoredGates.parse(gates)));
  const reasons = GATES.filter((gate) => stored.has(gate));
  return reasons.length === 0 ? null : reasons.map((gate) => words(codeKey('gate', gate))).join(', ');
};

export const idCell = ({ historyId }: Pick<CallRow, 'historyId'>): Cell => Number(historyId);
/** The number of the call: the one column of `ids`. */
export const ID_COLUMN = column('id', { kind: 'number', width: NARROW, cell: idCell });

const CALL: readonly CallColumn[] = [
  ID_COLUMN,
  momentColumn('at', ({ callDate }) => callDate),
  column('operator', { cell: ({ operator }) => operator }),
  column('direction', { cell: ({ direction }, { words }) => words(`export-direction-${direction}`) }),
  column('talk', { kind: 'number', width: NARROW, cell: ({ talkDuration }) => talkDuration }),
  column('phone', {
    kind: 'phone',
    width: PHONE_WIDTH,
    cell: ({ phoneLast4 }) => phoneLast4 && { last4: phoneLast4 },
  }),
  codeColumn('outcome', 'outcome', ({ outcome, direction, gates }) =>
    toldOutcome({ outcome, direction, isUnread: isUnread(gates) }),
  ),
];

/** The numbers behind the lists: worth a look at first glance. */
const MAIN_METRICS = [
  'complaint_risk_score',
  'lost_opportunity_score',
  'normalized_call_score',
] as const satisfies readonly RolledUpMetric[];

const WORK: readonly CallColumn[] = [
  codeColumn('churn', 'churn-level', ({ churnLevel }) => churnLevel),
  codeColumn('followup', 'followup', ({ followupReason }) => followupReason),
  momentColumn('followup-due', ({ followupDueAt }) => followupDueAt),
  codeColumn('loss', 'loss', ({ lossReason }) => lossReason),
  column('quote', { width: WORDS_WIDTH, cell: quoteOf }),
  column('owner', { width: PHONE_WIDTH, cell: ownerName }),
  codeColumn('owner-kind', 'kind', ({ ownerKind }) => ownerKind),
  momentColumn('owner-due', ({ ownerDueAt }) => ownerDueAt),
];

const isMainMetric = (name: RolledUpMetric): boolean => MAIN_METRICS.some((main) => main === name);

const REST: readonly CallColumn[] = [
  column('listened', {
    width: NARROW,
    cell: ({ isListened }, { words }) => words(isListened ? 'export-yes' : 'export-no'),
  }),
  column('wait', { kind: 'number', width: NARROW, cell: ({ awaitSec }) => awaitSec }),
  column('source', { cell: ({ source }) => source }),
  ...ROLLED_UP_METRICS.filter((name) => !isMainMetric(name)).map(metricColumn),
  column('gates', { width: PHONE_WIDTH, cell: gateWords }),
  codeColumn('profile', 'profile', ({ profile }) => profile),
  column('version', { width: PHONE_WIDTH, cell: ({ versionTag }) => versionTag }),
];

const MAIN = [...CALL, ...MAIN_METRICS.map(metricColumn), ...WORK];

/** The columns of each choice; `ids` has `ID_COLUMN` alone. */
export const CALL_COLUMNS: Readonly<Record<Exclude<ExportColumns, 'ids'>, readonly CallColumn[]>> = {
  main: MAIN,
  all: [...MAIN, ...REST],
};
