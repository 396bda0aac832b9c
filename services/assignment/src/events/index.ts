import type { EventHandlers } from '@perezvon/messaging';
import { notePromises } from '../promises/note-promises.js';
import { callMatchDueHandler } from './call-match-due.js';

/** Every event that this service subscribes to. */
export const events: EventHandlers<'assignment'> = {
  'call.match_due': callMatchDueHandler,
  'promise.heard': notePromises,
};
