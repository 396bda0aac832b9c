export { cancelExport } from './cancel-export.js';
export { createExport } from './create-export.js';
export { expireExports } from './expire-exports.js';
export { makeExport, type ExportDeps } from './make-export.js';
export { readExportTexts, type ExportTexts } from './texts.js';
export { wakeExports } from './wake-exports.js';
