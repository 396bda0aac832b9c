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
export { evaluate, type Evaluation, type Pair } from '../evaluate/evaluation.js';
export { evaluationTable } from '../evaluate/table.js';
export { LabelledCall } from '../fit/labelled.js';
