import * as assignment from './assignment.js';
import * as audit from './audit.js';
import * as call from './call.js';
import * as clinicHours from './clinic-hours.js';
import * as compensation from './compensation.js';
import * as dispute from './dispute.js';
import * as exports from './export.js';
import * as feedback from './feedback.js';
import * as ruleset from './ruleset.js';
import * as lmRun from './lm-run.js';
import * as notification from './notification.js';
import * as problem from './problem.js';
import * as promise from './promise.js';
import * as settings from './settings.js';
import * as user from './user.js';

export * from './assignment.js';
export * from './audit.js';
export * from './call.js';
export * from './compensation.js';
export * from './dispute.js';
export * from './export.js';
export * from './feedback.js';
export * from './ruleset.js';
export * from './lm-run.js';
export * from './notification.js';
export * from './problem.js';
export * from './promise.js';
export * from './settings.js';
export * from './clinic-hours.js';
export * from './user.js';

/** Every intent by its type: what a consumer may receive. */
export const INTENTS = {
  'assignment.create': assignment.assignmentCreate,
  'assignment.create_many': assignment.assignmentCreateMany,
  'assignment.accept': assignment.assignmentAccept,
  'assignment.start': assignment.assignmentStart,
  'assignment.complete': assignment.assignmentComplete,
  'assignment.fail': assignment.assignmentFail,
  'assignment.extend': assignment.assignmentExtend,
  'assignment.pause': assignment.assignmentPause,
  'assignment.resume': assignment.assignmentResume,
  'assignment.reassign': assignment.assignmentReassign,
  'assignment.cancel': assignment.assignmentCancel,
  'assignment.return': assignment.assignmentReturn,
  'audit.verify': audit.auditVerify,
  'call.mark_listened': assignment.callMarkListened,
  'call.link': call.callLink,
  'export.create': exports.exportCreate,
  'export.cancel': exports.exportCancel,
  'export.hand_out': exports.exportHandOut,
  'score.feedback': feedback.scoreFeedback,
  'score.feedback_withdraw': feedback.scoreFeedbackWithdraw,
  'compensation.propose': compensation.compensationPropose,
  'compensation.approve': compensation.compensationApprove,
  'compensation.refuse': compensation.compensationRefuse,
  'compensation.withdraw': compensation.compensationWithdraw,
  'compensation.set_limit': compensation.compensationSetLimit,
  'dispute.open': dispute.disputeOpen,
  'dispute.decide': dispute.disputeDecide,
  'blind_review.answer': feedback.blindReviewAnswer,
  'lm_run.start': lmRun.lmRunStart,
  'lm_run.pause': lmRun.lmRunPause,
  'lm_run.resume': lmRun.lmRunResume,
  'lm_run.cancel': lmRun.lmRunCancel,
  'ruleset.activate': ruleset.rulesetActivate,
  'ruleset.roll_back': ruleset.rulesetRollBack,
  'ruleset.shadow': ruleset.rulesetShadow,
  'ruleset.retire': ruleset.rulesetRetire,
  'notification.configure': notification.notificationConfigure,
  'notification.dismiss': notification.notificationDismiss,
  'problem.report': problem.problemReport,
  'ticket.create': problem.ticketCreate,
  'problem.answer': problem.problemAnswer,
  'problem.continue': problem.problemContinue,
  'problem.close': problem.problemClose,
  'promise.dismiss': promise.promiseDismiss,
  'settings.choose_language': settings.settingsChooseLanguage,
  'settings.set_contact': settings.settingsSetContact,
  'settings.set_average_booking': settings.settingsSetAverageBooking,
  'settings.set_hours': clinicHours.settingsSetHours,
  'user.request_access': user.userRequestAccess,
  'user.approve': user.userApprove,
  'user.reject': user.userReject,
  'user.set_role': user.userSetRole,
  'user.block': user.userBlock,
  'user.unblock': user.userUnblock,
} as const;

export type IntentType = keyof typeof INTENTS;
export const isIntentType = (type: string): type is IntentType => Object.hasOwn(INTENTS, type);
/** The intents that one queue's service consumes. */
export type IntentTypeOf<Q> = {
  [T in IntentType]: (typeof INTENTS)[T]['owner'] extends Q ? T : never;
}[IntentType];

/** Any refusal an intent may end with, and those the consumer itself gives. */
export const COMMON_REFUSALS = ['permission.missing', 'actor.not_active'] as const;
export type Refusal = (typeof INTENTS)[IntentType]['refusals'][number] | (typeof COMMON_REFUSALS)[number];
