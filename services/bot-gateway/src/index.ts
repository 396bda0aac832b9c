export type { GatewayDeps } from './deps.js';
