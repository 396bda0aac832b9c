import type { QueueHandlers } from '@perezvon/messaging';
import { events } from './events/index.js';
import { intents } from './intents/index.js';

/** All that this service does with what arrives. */
export const handlers: QueueHandlers<'assignment'> = { intents, events };
