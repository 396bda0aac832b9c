import type { EventHandlers } from '@perezvon/messaging';
import { callMatchDueHandler } from './call-match-due.js';

/** Every event that this service subscribes to. */
export const events: EventHandlers<'assignment'> = {
  'call.match_due': callMatchDueHandler,
};
