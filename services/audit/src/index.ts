export { environment } from './config.js';
export { handlers } from './handlers.js';
export { start } from './start.js';
