export { OPS_PASSWORD_SECRET, QueueBoardEnvironment, type QueueBoardConfig } from './config.js';
export { readBoardMetrics, type BoardMetricsDeps } from './metrics/board-metrics.js';
export { start } from './start.js';
