import { parseArgs } from 'node:util';
import { UsageError } from './io.js';

/** Runs a parse of options; what Node says of a wrong one becomes a usage error. */
const orUsageError = <Parsed>(parse: () => Parsed): Parsed => {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
};

/** `parseArgs` of Node with its errors as usage errors. @throws UsageError on an unknown option or a missing value */
export const readOptions: typeof parseArgs = (config) => orUsageError(() => parseArgs(config));

/** @throws UsageError when a required option is missing */
export const required = (value: string | undefined, option: string): string => {
  if (value === undefined || value === '') throw new UsageError(`${option} is missing`);
  return value;
};
