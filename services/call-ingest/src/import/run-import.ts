import { stat } from 'node:fs/promises';
import type { StorageConfig } from '../config.js';
import { ingest, type IngestCounts } from '../ingest.js';
import type { IncomingCall } from '../record/incoming-call.js';
import type { StoreDeps } from '../store/batch-writer.js';
import type { ImportArguments } from './arguments.js';
import { fileRecords, zoneFor } from './file-records.js';
import { moveDates } from './move-dates.js';
import { startProgress, type Progress, type ProgressStream } from './progress.js';
import type { RejectionReport } from './rejection-report.js';
import { surveyRecords, type Survey } from './survey.js';

export interface ImportContext {
  arguments: ImportArguments;
  config: StorageConfig;
  report: RejectionReport;
  signal: AbortSignal;
  /** Where the progress bar is drawn. */
  terminal: ProgressStream;
}

const sizeOf = async (files: readonly string[]): Promise<number> => {
  const stats = await Promise.all(files.map((file) => stat(file)));
  return stats.reduce((sum, { size }) => sum + size, 0);
};

/** Draws one bar over all files while `work` goes through them one after the other. */
const withProgress = async (
  { arguments: { files }, signal, terminal }: ImportContext,
  task: string,
  work: (file: string, progress: Progress) => Promise<void>,
): Promise<void> => {
  const progress = startProgress(terminal, task, await sizeOf(files));
  try {
    for (const file of files) if (!signal.aborted) await work(file, progress);
  } finally {
    progress.stop();
  }
};

const optionsFor = (file: string, { arguments: { source }, config }: ImportContext) => ({
  zone: zoneFor(file, config.CLINIC_TIMEZONE),
  defaultSource: source,
});

/** Looks through all files and stores nothing. @param isReported whether rejected lines go into the report */
export const surveyFiles = async (
  context: ImportContext,
  { task, isReported }: { task: string; isReported: boolean },
): Promise<Survey> => {
  const { report, signal } = context;
  const total: Survey = { valid: 0, rejected: 0, newest: null };
  await withProgress(context, task, async (file, progress) => {
    const records = fileRecords(file, (count) => {
      progress.addBytes(count);
      progress.setCalls(total.valid);
    });
    const { rejected, newest } = await surveyRecords(records, optionsFor(file, context), {
      signal,
      onValid: () => {
        total.valid += 1;
      },
      onRejected: (rejection) => {
        if (isReported) report.add(file, rejection);
      },
    });
    total.rejected += rejected;
    if (newest !== null && (total.newest === null || newest > total.newest)) total.newest = newest;
  });
  return total;
};

/** How the dates have to be moved, which takes a first look through all files; undefined: they stay. */
const adjustmentFor = async (
  context: ImportContext,
  now: () => Date,
): Promise<((call: IncomingCall) => IncomingCall) | undefined> => {
  if (!context.arguments.untilNow) return undefined;
  const { newest } = await surveyFiles(context, { task: 'Dates ', isReported: false });
  return newest === null ? undefined : moveDates(newest, now());
};

/**
 * Stores the calls of all files. `onCounts` is told after each batch what is on disk, so that an interrupted or
 * failed import can still say how far it got.
 * @throws UnreadableFile, the file system's or the database's error; what was stored stays
 */
export const importFiles = async (
  context: ImportContext,
  store: StoreDeps,
  onCounts: (counts: IngestCounts) => void,
): Promise<void> => {
  const { report, signal } = context;
  const adjust = await adjustmentFor(context, store.now);
  const total: IngestCounts = { accepted: 0, duplicates: 0, rejected: 0 };
  await withProgress(context, 'Import', async (file, progress) => {
    const before = { ...total };
    const records = fileRecords(file, (count) => progress.addBytes(count));
    await ingest(
      records,
      {
        ...optionsFor(file, context),
        priority: 'bulk',
        signal,
        ...(adjust && { adjust }),
        onRejected: (rejection) => {
          total.rejected += 1;
          report.add(file, rejection);
        },
        onProgress: ({ accepted, duplicates }) => {
          total.accepted = before.accepted + accepted;
          total.duplicates = before.duplicates + duplicates;
          progress.setCalls(total.accepted + total.duplicates);
          onCounts(total);
        },
      },
      store,
    );
    onCounts(total);
  });
};
