import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { isNativeError } from 'node:util/types';

export interface ImportArguments {
  files: string[];
  untilNow: boolean;
  dryRun: boolean;
  /** null: the calls' own, or none. */
  source: string | null;
  /** null: beside each file. */
  report: string | null;
}

/** The command was called in a way that cannot be carried out; the text says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const FORMATS: ReadonlyMap<string, FileFormat> = new Map([
  ['.jsonl', 'lines'],
  ['.ndjson', 'lines'],
  ['.json', 'json'],
  ['.csv', 'csv'],
]);
export type FileFormat = 'lines' | 'json' | 'csv';

/**
 * What a file's name says it holds.
 * @throws UsageError for a name that says nothing
 */
export const formatOf = (file: string): FileFormat => {
  const format = FORMATS.get(extname(file).toLowerCase());
  if (format === undefined)
    throw new UsageError(`${file}: expected a name ending in ${[...FORMATS.keys()].join(', ')}`);
  return format;
};

const OPTIONS = {
  'until-now': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  source: { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(isNativeError(error) ? error.message : 'unknown option', { cause: error });
  }
};

/**
 * Reads the command line.
 * @returns null when help is asked for
 * @throws UsageError
 */
export const readArguments = (argv: readonly string[]): ImportArguments | null => {
  const { values, positionals: files } = parse(argv);
  if (values.help) return null;
  if (files.length === 0) throw new UsageError('name at least one file');
  for (const file of files) formatOf(file);
  return {
    files,
    untilNow: values['until-now'],
    dryRun: values['dry-run'],
    source: values.source?.trim() || null,
    report: values.report ?? null,
  };
};
