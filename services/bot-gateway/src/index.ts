export { environment, type GatewayConfig } from './config.js';
export { start, type GatewayOptions } from './start.js';
