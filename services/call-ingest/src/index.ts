export { CallIngestEnvironment, phoneKeysOf, type CallIngestConfig, type StorageConfig } from './config.js';
export { processIo, runImportCli, type CliIo } from './import/index.js';
export { ingest, type IngestOptions, type IngestResult } from './ingest.js';
export { start } from './start.js';
export type { StoreDeps } from './store/batch-writer.js';
