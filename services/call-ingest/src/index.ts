export { CallIngestEnvironment, type CallIngestConfig } from './config.js';
export { processIo, runImportCli, type CliIo } from './import/index.js';
export { start } from './start.js';
