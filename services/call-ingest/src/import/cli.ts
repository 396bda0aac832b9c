import { ConfigError, describeStartFailure, loadConfig, readEnvironment } from '@perezvon/service';
import { StorageEnvironment, type StorageConfig } from '../config.js';
import type { IngestCounts } from '../ingest.js';
import { UnreadableFile } from '../source/unreadable-file.js';
import { insertImport, markImportFinished } from '../store/imports.js';
import { readArguments, UsageError, type ImportArguments } from './arguments.js';
import { checkFiles } from './file-records.js';
import { EXIT, HELP } from './help.js';
import { openStore } from './open-store.js';
import type { ProgressStream } from './progress.js';
import { rejectionReport, SHOWN_REJECTIONS, type RejectionReport } from './rejection-report.js';
import { importFiles, surveyFiles, type ImportContext } from './run-import.js';
import { isScoringAlive } from './scoring-alive.js';

/** What the command has to do with the world. */
export interface CliIo {
  stdout: NodeJS.WritableStream;
  /** Errors, and the progress bar when it is a terminal. */
  stderr: ProgressStream;
  env: NodeJS.ProcessEnv;
  /** Where `.env` is looked for. */
  cwd: string;
  now: () => Date;
  /** Aborted by Ctrl-C: the batch under way is finished. */
  signal: AbortSignal;
}

const describeFailure = (error: unknown, config: StorageConfig | undefined): string => {
  if (error instanceof UsageError) return `${error.message}\nTry: npm run import -- --help`;
  if (error instanceof UnreadableFile) return error.message;
  return describeStartFailure('import', config ?? {}, error);
};

const sayRejected = ({ shown, total, written }: RejectionReport, io: CliIo): void => {
  for (const { file, rejection } of shown) {
    const call = rejection.history_id === null ? '' : ` (call ${rejection.history_id})`;
    io.stdout.write(`  ${file}:${rejection.line}${call}: ${rejection.error}\n`);
  }
  if (total > SHOWN_REJECTIONS) io.stdout.write(`  … and ${total - SHOWN_REJECTIONS} more\n`);
  if (written.length > 0) io.stdout.write(`All rejected lines: ${written.join(', ')}\n`);
};

const sayCounts = ({ accepted, duplicates, rejected }: IngestCounts, io: CliIo): void => {
  io.stdout.write(`${accepted} calls accepted, ${duplicates} duplicates, ${rejected} lines rejected\n`);
};

const sayInterrupted = (io: CliIo): void => {
  io.stdout.write('Interrupted: the same command goes on from here.\n');
};

const check = async (context: ImportContext, io: CliIo): Promise<void> => {
  const { valid, rejected } = await surveyFiles(context, { task: 'Check ', isReported: true });
  io.stdout.write(`${valid} calls can be taken, ${rejected} lines cannot; nothing was stored\n`);
};

const importAll = async (context: ImportContext, io: CliIo): Promise<void> => {
  const store = await openStore(context.config, io.now);
  let counts: IngestCounts = { accepted: 0, duplicates: 0, rejected: 0 };
  try {
    const importId = await insertImport(store.db, io.now());
    await importFiles(context, store, (latest) => {
      counts = latest;
    }).finally(() => sayCounts(counts, io));
    await markImportFinished(store.db, importId, { ...counts, finishedAt: io.now() });
    if (counts.accepted > 0 && !(await isScoringAlive(store.db)))
      io.stdout.write('Nothing is running that scores calls: these are scored at the next npm start.\n');
  } finally {
    await store.stop();
  }
};

const run = async (given: ImportArguments, config: StorageConfig, io: CliIo): Promise<number> => {
  const report = rejectionReport(given.report);
  const context: ImportContext = { arguments: given, config, report, signal: io.signal, terminal: io.stderr };
  await checkFiles(given.files);
  try {
    await (given.dryRun ? check : importAll)(context, io);
  } finally {
    report.close();
    sayRejected(report, io);
  }
  if (io.signal.aborted) {
    sayInterrupted(io);
    return EXIT.interrupted;
  }
  return report.total > 0 ? EXIT.someRejected : EXIT.ok;
};

/** The command `npm run import`. @returns the process's exit code, as `--help` lists them */
export const runImportCli = async (argv: readonly string[], io: CliIo): Promise<number> => {
  let config: StorageConfig | undefined;
  try {
    const given = readArguments(argv);
    if (given === null) {
      io.stdout.write(HELP);
      return EXIT.ok;
    }
    config = loadConfig(StorageEnvironment, readEnvironment(io.cwd, io.env));
    return await run(given, config, io);
  } catch (error) {
    io.stderr.write(`${describeFailure(error, config)}\n`);
    return error instanceof UsageError || error instanceof ConfigError ? EXIT.usage : EXIT.failed;
  }
};
