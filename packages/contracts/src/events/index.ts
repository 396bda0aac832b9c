import * as admin from './admin.js';
import * as assignment from './assignment.js';
import * as audit from './audit.js';
import * as calls from './calls.js';
import * as compensation from './compensation.js';
import * as dispute from './dispute.js';
import * as exports from './export.js';
import * as feedback from './feedback.js';
import * as lmRun from './lm-run.js';
import * as notification from './notification.js';
import * as ruleset from './ruleset.js';
import * as problem from './problem.js';
import * as promise from './promise.js';
import * as settings from './settings.js';
import * as user from './user.js';

export * from './admin.js';
export * from './assignment.js';
export * from './audit.js';
export * from './calls.js';
export * from './compensation.js';
export * from './dispute.js';
export * from './export.js';
export * from './feedback.js';
export * from './lm-run.js';
export * from './notification.js';
export * from './ruleset.js';
export * from './problem.js';
export * from './promise.js';
export * from './settings.js';
export * from './user.js';

/** Every event by its type: what a consumer may receive. */
export const EVENTS = {
  'call.received': calls.callReceived,
  'call.match_due': calls.callMatchDue,
  'call.scored': calls.callScored,
  'call.alarmed': calls.callAlarmed,
  'call.linked': calls.callLinked,
  'call.listened': calls.callListened,
  'export.requested': exports.exportRequested,
  'export.moved': exports.exportMoved,
  'export.progressed': exports.exportProgressed,
  'export.finished': exports.exportFinished,
  'export.handed_out': exports.exportHandedOut,
  'score.feedback_given': feedback.scoreFeedbackGiven,
  'compensation.proposed': compensation.compensationProposed,
  'compensation.decided': compensation.compensationDecided,
  'dispute.opened': dispute.disputeOpened,
  'dispute.decided': dispute.disputeDecided,
  'blind_review.answered': feedback.blindReviewAnswered,
  'promise.heard': promise.promiseHeard,
  'promise.dismissed': promise.promiseDismissed,
  'scores.stored': lmRun.scoresStored,
  'lm_run.step': lmRun.lmRunStep,
  'lm_run.moved': lmRun.lmRunMoved,
  'lm_run.progressed': lmRun.lmRunProgressed,
  'lm_run.finished': lmRun.lmRunFinished,
  'call.shadow_due': ruleset.callShadowDue,
  'assignment.created': assignment.assignmentCreated,
  'assignment.batch_created': assignment.assignmentBatchCreated,
  'assignment.moved': assignment.assignmentMoved,
  'assignment.verified': assignment.assignmentVerified,
  'assignment.unverified': assignment.assignmentUnverified,
  'ruleset.changed': ruleset.rulesetChanged,
  'notification.configured': notification.notificationsConfigured,
  'notification.dismissed': notification.notificationDismissed,
  'problem.said': problem.problemSaid,
  'problem.closed': problem.problemClosed,
  'settings.changed': settings.settingsChanged,
  'user.access_requested': user.userAccessRequested,
  'user.changed': user.userChanged,
  'audit.check_started': audit.auditCheckStarted,
  'audit.check_step': audit.auditCheckStep,
  'audit.verified': audit.auditVerified,
  'admin.action': admin.adminAction,
  'action.denied': admin.actionDenied,
  'action.failed': admin.actionFailed,
} as const;

export type EventType = keyof typeof EVENTS;
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);
