export { environment } from './config.js';
export { start } from './start.js';
export { recomputeDirtyDays } from './tasks/recompute-dirty-days.js';
