export { environment } from './config.js';
export { handlersWith } from './handlers.js';
export { start } from './start.js';
