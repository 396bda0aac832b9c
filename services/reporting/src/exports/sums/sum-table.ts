import type { SumExport } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import {
  listDays,
  listHistograms,
  listMetricFigures,
  listSources,
  p90Of,
  redLineOf,
  ROLLED_UP_METRICS,
  type DayWindow,
} from '@perezvon/db/figures';
import { codeKey } from '@perezvon/texts';
import { onePage, type ColumnKind, type ExportTable, type Row } from '../table.js';
import type { Words } from '../texts.js';
import { overBase } from './small-cell.js';

interface SumColumn {
  name: string;
  kind: ColumnKind;
}
interface SumDefinition {
  columns: readonly SumColumn[];
  rows: (snapshot: Db, window: DayWindow, words: Words) => Promise<readonly Row[]>;
}

const counted = (...names: string[]): SumColumn[] => names.map((name) => ({ name, kind: 'number' as const }));

const shareOf = (part: number, base: number): number | null => (base === 0 ? null : part / base);

const byDay: SumDefinition = {
  columns: [
    { name: 'day', kind: 'day' },
    ...counted('calls', 'missed', 'without-transcript', 'dialogues', 'target', 'records', 'complaint-red'),
    ...counted('complaint-yellow', 'followup-needed', 'lost-red', 'churn-high'),
    { name: 'quality-mean', kind: 'share' },
  ],
  rows: async (snapshot, window, words) => {
    const over = overBase(words);
    return (await listDays(snapshot, window)).map(({ day, numbers: n }) => [
      { day },
      over(n.calls, n.calls),
      over(n.calls, n.missed),
      over(n.calls, n.withoutTranscript),
      over(n.calls, n.validDialogues),
      over(n.validDialogues, n.targetCalls),
      over(n.targetCalls, n.records),
      over(n.validDialogues, n.complaintRed),
      over(n.validDialogues, n.complaintYellow),
      over(n.validDialogues, n.followupNeeded),
      over(n.targetCalls, n.lostRed),
      over(n.validDialogues, n.churnHigh),
      over(n.qualityCalls, shareOf(n.qualitySum, n.qualityCalls)),
    ]);
  },
};

const bySource: SumDefinition = {
  columns: [
    { name: 'source', kind: 'text' },
    ...counted('calls', 'missed', 'dialogues', 'target', 'records'),
    { name: 'records-share', kind: 'share' },
    ...counted('followup-needed', 'lost-red'),
    { name: 'lost-share', kind: 'share' },
  ],
  rows: async (snapshot, window, words) => {
    const over = overBase(words);
    return (await listSources(snapshot, window)).map(({ source, ...n }) => [
      source ?? words('export-no-source'),
      over(n.calls, n.calls),
      over(n.calls, n.missed),
      over(n.calls, n.validDialogues),
      over(n.validDialogues, n.targetCalls),
      over(n.targetCalls, n.records),
      over(n.targetCalls, shareOf(n.records, n.targetCalls)),
      over(n.validDialogues, n.followupNeeded),
      over(n.targetCalls, n.lostRed),
      over(n.targetCalls, shareOf(n.lostRed, n.targetCalls)),
    ]);
  },
};

const byMetric: SumDefinition = {
  columns: [
    { name: 'metric', kind: 'text' },
    ...counted('metric-calls'),
    { name: 'mean', kind: 'share' },
    { name: 'p90', kind: 'share' },
    { name: 'red-share', kind: 'share' },
  ],
  rows: async (snapshot, window, words) => {
    const over = overBase(words);
    const figures = await listMetricFigures(snapshot, window, ROLLED_UP_METRICS);
    const histograms = await listHistograms(snapshot, window, ROLLED_UP_METRICS);
    return figures.map(({ metric, calls, mean, red }) => [
      words(codeKey('metric', metric)),
      over(calls, calls),
      over(calls, mean),
      over(calls, p90Of(metric, histograms.get(metric) ?? [])),
      over(calls, redLineOf(metric) === null ? null : shareOf(red, calls)),
    ]);
  },
};

const SUMS: Readonly<Record<SumExport, SumDefinition>> = { day: byDay, source: bySource, metric: byMetric };

const FIRST_WIDTH = 34;
const WIDTH = 16;

/** Sums of a period in which no call, operator or client stands. Read from roll-ups: its cost does not follow the calls. */
export const sumTable = async (
  snapshot: Db,
  { content, window }: { content: SumExport; window: DayWindow },
  words: Words,
): Promise<ExportTable> => {
  const { columns, rows } = SUMS[content];
  return {
    sheet: words('export-sheet', { content }),
    columns: columns.map(({ name, kind }, index) => ({
      header: words(`export-column-${name}`),
      kind,
      width: index === 0 ? FIRST_WIDTH : WIDTH,
    })),
    pages: onePage(await rows(snapshot, window, words)),
  };
};

/** How many rows the file will hold. */
export const countSumRows = async (db: Db, content: SumExport, window: DayWindow): Promise<number> => {
  if (content === 'metric') return ROLLED_UP_METRICS.length;
  const rows = content === 'day' ? await listDays(db, window) : await listSources(db, window);
  return rows.length;
};
