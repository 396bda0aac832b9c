export { chooseBackend, type QueueBackend, type RedisAnswer } from './backend.js';
export { consume } from './consume.js';
export type { JobObservation, Log, MessagingDeps, Outside, ProcessingDeps, Stop } from './deps.js';
export { BadMessage } from './errors.js';
export {
  done,
  refused,
  type Actor,
  type BatchHandler,
  type Change,
  type Done,
  type EffectHandler,
  type EventHandler,
  type EventHandlers,
  type EventTools,
  type IntentHandler,
  type IntentHandlers,
  type IntentOutcome,
  type IntentTools,
  type QueueHandlers,
  type Refused,
  type TransactionHandler,
} from './handlers.js';
export {
  addressEvent,
  addressEvents,
  insertEvents,
  insertOutbox,
  publishEvents,
  publishIntent,
  type OutboxMessage,
} from './outbox.js';
export { processMessage, type ProcessResult } from './process-message.js';
export { migrateQueues, openQueues, type JobQueue, type Queues, type WorkerTiming } from './queues.js';
export { relayOnce, startRelay } from './relay.js';
export { forgetOldMessages } from './retention.js';
export { runEvery } from './run-every.js';
