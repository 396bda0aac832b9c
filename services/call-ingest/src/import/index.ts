export { runImportCli, type CliIo } from './cli.js';
export { processIo } from './process-io.js';
