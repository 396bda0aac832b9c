export { LmScoringEnvironment, type LmScoringConfig } from './config.js';
export type { Engine } from './events/call-received.js';
export { handlersWith, start } from './start.js';
