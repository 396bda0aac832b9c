import type { EventHandlers } from '@perezvon/messaging';
import { appendAction, appendDenial, appendFailure } from './append-action.js';

/** Every event that this service keeps. */
export const events: EventHandlers<'audit'> = {
  'admin.action': appendAction,
  'action.denied': appendDenial,
  'action.failed': appendFailure,
};
