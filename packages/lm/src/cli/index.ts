export { runLmCli } from './run.js';
export {
  EXIT,
  InputError,
  timezoneOf,
  UsageError,
  writeLine,
  type LmCliIo,
  type LmCommand,
  type LmCommandEntry,
  type LmCommands,
} from './io.js';
export { readJsonl, readLabelled, type ReadLine } from './jsonl.js';
export { readOptions, required } from './options.js';
export { createProgress, type Progress } from './progress.js';
