import type { QueueHandlers } from '@perezvon/messaging';
import { events } from './events/index.js';

/** All that this service does with what arrives; it owns no intent. */
export const handlers: QueueHandlers<'audit'> = { intents: {}, events };
