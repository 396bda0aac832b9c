export { ConfigError, loadConfig } from './config.js';
export {
  address,
  Port,
  readEnvironment,
  ServiceEnvironment,
  Switch,
  TimeZone,
  wholeNumber,
  type ServiceConfig,
} from './environment.js';
export { codeOf } from './error-code.js';
export { serializeError, type LoggedError } from './error-serializer.js';
export { addHealthRoutes, startHealthServer, type HealthSources } from './health.js';
export { ALIVE_WITHIN_S, beat, newInstance, startHeartbeat, type InstanceIdentity } from './heartbeat.js';
export { createLogger, type Logger } from './logger.js';
export { maskText } from './mask.js';
export { createMetrics, type ProcessMetrics } from './metrics.js';
export { PhoneKey, phoneHashKeyOf } from './phone-key.js';
export { SUPERVISED_VARIABLE } from './process-end.js';
export {
  checkReadiness,
  readRelayLag,
  RELAY_LAG_LIMIT_S,
  type CheckName,
  type Readiness,
} from './readiness.js';
export { runService, type Runnable } from './run-service.js';
export { readOrCreateSecret } from './secrets.js';
export { describeStartFailure } from './start-failure.js';
export {
  startService,
  type RunningService,
  type ServiceDefinition,
  type ServiceDeps,
  type StartOptions,
} from './start-service.js';
export { createStopStack, type StopStack } from './stop-stack.js';
export { VERSION } from './version.js';
