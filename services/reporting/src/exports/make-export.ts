import { exportFinished, isCallExport, type Envelope, type exportRequested } from '@perezvon/contracts';
import { withSnapshot, withTransaction, type Db, type Tx } from '@perezvon/db';
import { periodEnding } from '@perezvon/db/calls';
import { insertEvents, type EffectHandler, type ProcessingDeps } from '@perezvon/messaging';
import { atMost } from './at-most.js';
import { callTable } from './calls/call-table.js';
import { FileTooBig, openChunkSink, Superseded, type ChunkSink, type WrittenFile } from './chunk-sink.js';
import { csvBytes } from './format/csv.js';
import { xlsxBytes } from './format/xlsx.js';
import { compensationTable } from './compensations/compensation-table.js';
import { beginExport, markDone, markOver, mayWrite, type ExportWork } from './store.js';
import { sumTable } from './sums/sum-table.js';
import type { ExportTable, Row } from './table.js';
import type { ExportTexts } from './texts.js';

/** What files are made with. */
export interface ExportDeps extends ProcessingDeps {
  /** IANA name: the clinic's clock. */
  timezone: string;
  texts: ExportTexts;
}

/** Long enough for whoever asked in the evening, short enough that no copy of the calls lies about (ADR 17). */
const KEEP_FILE_MS = 24 * 60 * 60 * 1_000;
/** Each holds two of the pool's connections for its whole time; roll-ups need some too. */
const EXPORTS_AT_ONCE = 2;

const tableOf = async (
  snapshot: Db,
  work: ExportWork,
  { texts, timezone }: ExportDeps,
): Promise<ExportTable> => {
  const { content, columns, language, isMasked } = work;
  const words = texts[language];
  // The period again, by its last moment: sums are read by calendar days.
  const window = periodEnding(new Date(work.until.getTime() - 1), work.days, timezone);
  if (content === 'compensation') return compensationTable(snapshot, work, words);
  if (!isCallExport(content)) return sumTable(snapshot, { content, window }, words);
  if (columns === null) throw new Error(`the export ${work.exportId} of calls has no columns`);
  return callTable(snapshot, { content, columns, period: work }, { words, isMasked });
};

/** Counts the rows that pass. */
async function* countRows(
  pages: ExportTable['pages'],
  counted: { rows: number },
  sink: Pick<ChunkSink, 'rowsDone'>,
): AsyncGenerator<readonly Row[]> {
  for await (const page of pages) {
    yield page;
    counted.rows += page.length;
    await sink.rowsDone(counted.rows);
  }
}

/** Reads one snapshot and writes the file from its first byte. */
const writeFile = (deps: ExportDeps, work: ExportWork): Promise<WrittenFile & { rows: number }> =>
  withSnapshot(deps.db, async (snapshot) => {
    const sink = openChunkSink(deps, work);
    const counted = { rows: 0 };
    const table = await tableOf(snapshot, work, deps);
    const watched = { ...table, pages: countRows(table.pages, counted, sink) };
    const { timezone } = deps;
    const bytes =
      work.format === 'xlsx' ? xlsxBytes(watched, timezone) : csvBytes(watched, { ...work, timezone });
    for await (const piece of bytes) await sink.write(piece);
    return { ...(await sink.end()), rows: counted.rows };
  });

/** Ends the work, if this take-up is the one that counts: the end is told once, under an id that names the export. */
const endOnce = (
  { db, now }: ExportDeps,
  { work, origin }: { work: ExportWork; origin: Envelope['origin'] },
  end: (tx: Tx, at: Date) => Promise<void>,
): Promise<void> =>
  withTransaction(db, async (tx) => {
    if (!(await mayWrite(tx, work))) return;
    const at = now();
    await end(tx, at);
    const { exportId, requestedById: actorId } = work;
    const context = { causedBy: `export-${exportId}`, actorId, origin, at };
    await insertEvents(tx, [exportFinished.of({ exportId })], context);
  });

const makeFile = async (deps: ExportDeps, exportId: number, origin: Envelope['origin']): Promise<void> => {
  const work = await withTransaction(deps.db, (tx) => beginExport(tx, exportId));
  if (work === null) return;
  try {
    const { rows, ...file } = await writeFile(deps, work);
    await endOnce(deps, { work, origin }, (tx, at) =>
      markDone(tx, {
        exportId,
        doneRows: rows,
        ...file,
        at,
        expiresAt: new Date(at.getTime() + KEEP_FILE_MS),
      }),
    );
    deps.log.info({ exportId, attempt: work.attempt, rows, bytes: file.bytes }, 'export made');
  } catch (error) {
    if (error instanceof Superseded) {
      deps.log.info({ exportId, attempt: work.attempt }, 'export left: cancelled, or taken up again');
    } else if (error instanceof FileTooBig) {
      await endOnce(deps, { work, origin }, (tx, at) => markOver(tx, { exportId, failure: 'too_big', at }));
    } else throw error;
  }
};

/**
 * Makes the file of an export. A process that dies in the middle leaves chunks which the next take-up deletes: it begins
 * anew, and only one take-up can end. Nothing is marked as processed before the file is whole.
 */
export const makeExport = (deps: ExportDeps): EffectHandler<typeof exportRequested> => {
  const inTurn = atMost(EXPORTS_AT_ONCE);
  return {
    kind: 'effect',
    handle: ({ payload: { exportId }, origin }) => inTurn(() => makeFile(deps, exportId, origin)),
  };
};
