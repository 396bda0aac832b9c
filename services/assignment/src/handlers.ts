import type { QueueHandlers } from '@perezvon/messaging';
import { intents } from './intents/index.js';

/** All that this service does with what arrives; it subscribes to no event. */
export const handlers: QueueHandlers<'assignment'> = { intents, events: {} };
