import * as admin from './admin.js';
import * as assignment from './assignment.js';
import * as calls from './calls.js';
import * as user from './user.js';

export * from './admin.js';
export * from './assignment.js';
export * from './calls.js';
export * from './user.js';

/** Every event by its type: what a consumer may receive. */
export const EVENTS = {
  'call.received': calls.callReceived,
  'call.scored': calls.callScored,
  'call.listened': calls.callListened,
  'assignment.created': assignment.assignmentCreated,
  'assignment.moved': assignment.assignmentMoved,
  'user.access_requested': user.userAccessRequested,
  'user.changed': user.userChanged,
  'admin.action': admin.adminAction,
  'action.denied': admin.actionDenied,
  'action.failed': admin.actionFailed,
} as const;

export type EventType = keyof typeof EVENTS;
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);
