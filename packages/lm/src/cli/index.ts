export { runLmCli } from './run.js';
export type { LmCliIo } from './io.js';
