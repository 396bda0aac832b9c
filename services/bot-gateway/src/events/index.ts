import type { EventHandlers } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { accessRequestedHandler } from './access-requested.js';
import { actionDeniedHandler, actionFailedHandler } from './action-outcomes.js';
import { assignmentBatchCreatedHandler } from './assignment-batch-created.js';
import { assignmentCreatedHandler } from './assignment-created.js';
import { assignmentMovedHandler } from './assignment-moved.js';
import { assignmentUnverifiedHandler } from './assignment-unverified.js';
import { assignmentVerifiedHandler } from './assignment-verified.js';
import { auditCheckStartedHandler, auditVerifiedHandler } from './audit-check.js';
import { blindReviewAnsweredHandler } from './blind-review-answered.js';
import { callAlarmedHandler } from './call-alarmed.js';
import { callLinkedHandler } from './call-linked.js';
import { callListenedHandler } from './call-listened.js';
import {
  exportFinishedHandler,
  exportHandedOutHandler,
  exportMovedHandler,
  exportProgressedHandler,
} from './export.js';
import { compensationDecidedHandler, compensationProposedHandler } from './compensation.js';
import { disputeDecidedHandler, disputeOpenedHandler } from './dispute.js';
import { lmRunFinishedHandler, lmRunMovedHandler, lmRunProgressedHandler } from './lm-run.js';
import { notificationDismissedHandler, notificationsConfiguredHandler } from './notifications-changed.js';
import { promiseDismissedHandler } from './promise.js';
import { problemClosedHandler, problemSaidHandler } from './problem.js';
import { rulesetChangedHandler } from './ruleset-changed.js';
import { scoreFeedbackGivenHandler } from './score-feedback-given.js';
import { settingsChangedHandler } from './settings-changed.js';
import { userChangedHandler } from './user-changed.js';

/** What the gateway tells people of: every event here becomes a redrawn screen or a message. */
export const events = (deps: GatewayDeps): EventHandlers<'bot-gateway'> => ({
  'call.alarmed': callAlarmedHandler,
  'call.linked': callLinkedHandler(deps),
  'call.listened': callListenedHandler(deps),
  'score.feedback_given': scoreFeedbackGivenHandler(deps),
  'compensation.proposed': compensationProposedHandler(deps),
  'compensation.decided': compensationDecidedHandler(deps),
  'promise.dismissed': promiseDismissedHandler(deps),
  'dispute.opened': disputeOpenedHandler(deps),
  'dispute.decided': disputeDecidedHandler(deps),
  'blind_review.answered': blindReviewAnsweredHandler(deps),
  'assignment.created': assignmentCreatedHandler(deps),
  'assignment.batch_created': assignmentBatchCreatedHandler(deps),
  'assignment.moved': assignmentMovedHandler(deps),
  'assignment.verified': assignmentVerifiedHandler(deps),
  'assignment.unverified': assignmentUnverifiedHandler(deps),
  'ruleset.changed': rulesetChangedHandler(deps),
  'export.moved': exportMovedHandler(deps),
  'export.progressed': exportProgressedHandler(deps),
  'export.finished': exportFinishedHandler(deps),
  'export.handed_out': exportHandedOutHandler(deps),
  'lm_run.moved': lmRunMovedHandler(deps),
  'lm_run.progressed': lmRunProgressedHandler(deps),
  'lm_run.finished': lmRunFinishedHandler(deps),
  'notification.configured': notificationsConfiguredHandler(deps),
  'notification.dismissed': notificationDismissedHandler(deps),
  'problem.said': problemSaidHandler(deps),
  'problem.closed': problemClosedHandler(deps),
  'settings.changed': settingsChangedHandler(deps),
  'user.access_requested': accessRequestedHandler(deps),
  'user.changed': userChangedHandler(deps),
  'audit.check_started': auditCheckStartedHandler(deps),
  'audit.verified': auditVerifiedHandler(deps),
  'action.denied': actionDeniedHandler(deps),
  'action.failed': actionFailedHandler(deps),
});
