import type { EventType } from './events/index.js';
import type { QueueName } from './queues.js';

/** Who hears of what. A subscriber without a handler for its event does not compile. */
export const ROUTING = {
  'call.received': ['lm-scoring'],
  'call.match_due': ['assignment'],
  'call.scored': ['reporting'],
  'call.shadow_due': ['lm-scoring'],
  'call.alarmed': ['bot-gateway'],
  'call.linked': ['bot-gateway'],
  'call.listened': ['bot-gateway'],
  'export.requested': ['reporting'],
  'export.moved': ['bot-gateway'],
  'export.progressed': ['bot-gateway'],
  'export.finished': ['bot-gateway'],
  'export.handed_out': ['bot-gateway'],
  'score.feedback_given': ['bot-gateway'],
  'compensation.proposed': ['bot-gateway'],
  'compensation.decided': ['bot-gateway'],
  'dispute.opened': ['bot-gateway'],
  'dispute.decided': ['bot-gateway'],
  'blind_review.answered': ['bot-gateway'],
  'promise.heard': ['assignment'],
  'promise.dismissed': ['bot-gateway'],
  'scores.stored': ['reporting'],
  'lm_run.step': ['lm-scoring'],
  'lm_run.moved': ['bot-gateway'],
  'lm_run.progressed': ['bot-gateway'],
  'lm_run.finished': ['bot-gateway'],
  'assignment.created': ['bot-gateway'],
  'assignment.batch_created': ['bot-gateway'],
  'assignment.moved': ['bot-gateway'],
  'assignment.verified': ['bot-gateway'],
  'assignment.unverified': ['bot-gateway'],
  'ruleset.changed': ['bot-gateway'],
  'notification.configured': ['bot-gateway'],
  'notification.dismissed': ['bot-gateway'],
  'problem.said': ['bot-gateway'],
  'problem.closed': ['bot-gateway'],
  'settings.changed': ['bot-gateway'],
  'user.access_requested': ['bot-gateway'],
  'user.changed': ['bot-gateway'],
  'audit.check_started': ['bot-gateway'],
  'audit.check_step': ['audit'],
  'audit.verified': ['bot-gateway'],
  'admin.action': ['audit'],
  'action.denied': ['audit', 'bot-gateway'],
  'action.failed': ['audit', 'bot-gateway'],
} as const satisfies Record<EventType, readonly QueueName[]>;

/** The events that one queue's service consumes. */
export type EventTypeOf<Q> = {
  [T in EventType]: Q extends (typeof ROUTING)[T][number] ? T : never;
}[EventType];
