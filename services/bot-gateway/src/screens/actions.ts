import { createAssignment } from './assignments/assign-confirm.js';
import {
  cancelWork,
  completeWork,
  extendWork,
  failWork,
  pauseWork,
  reassignWork,
  resumeWork,
  returnWork,
  startWork,
} from './assignments/assignment-actions.js';
import { createAssignments } from './assignments/batch.js';
import { verifyLog } from './log/audit-check.js';
import { linkCall } from './calls/call-link.js';
import { markListened } from './calls/call-card.js';
import { dropSpecialDay, setDayHours, setHolidays, setSpecialDay } from './hours/hours-actions.js';
import { saveContact } from './settings/contacts.js';
import {
  approveCompensation,
  proposeCompensation,
  refuseCompensation,
  setCompensationLimit,
  withdrawCompensation,
} from './compensations/compensation-actions.js';
import { saveAverageBooking } from './control/average-booking.js';
import type { ActionEntry } from './define-action.js';
import { decideDispute, openDispute } from './disputes/dispute-actions.js';
import { answerBlind, giveFeedback, withdrawFeedback } from './feedback/feedback-actions.js';
import { cancelExport, createExport, handOutExport } from './exports/export-actions.js';
import { closeReport, sendAnswer, sendMore, sendProblem, sendTicket } from './problems/problem-actions.js';
import { dismissPromise } from './promises/promise-card.js';
import { chooseLanguage } from './settings/settings.js';
import {
  chooseAlerts,
  chooseBudget,
  chooseDigest,
  chooseQuietHours,
  chooseThreshold,
  chooseWeekly,
  dismissCall,
} from './notifications/notification-actions.js';
import { cancelLmRun, pauseLmRun, resumeLmRun, startLmRun } from './system/run-actions.js';
import { markReviewed } from './top/top-review.js';
import { approve, block, reject, setRole, unblock } from './people/user-actions.js';
import { activateVersion, retireVersion, rollBackVersion, shadowVersion } from './system/version-actions.js';
import { createTraining } from './trainings/training-confirm.js';
import { requestAccess } from './welcome.js';

/** Every button that asks a service for something. */
export const ACTIONS: readonly ActionEntry[] = [
  requestAccess,
  chooseLanguage,
  saveAverageBooking,
  dismissPromise,
  saveContact,
  setDayHours,
  setHolidays,
  setSpecialDay,
  dropSpecialDay,
  sendProblem,
  sendMore,
  sendAnswer,
  closeReport,
  sendTicket,
  approve,
  reject,
  setRole,
  block,
  unblock,
  markListened,
  linkCall,
  markReviewed,
  giveFeedback,
  withdrawFeedback,
  answerBlind,
  proposeCompensation,
  approveCompensation,
  refuseCompensation,
  withdrawCompensation,
  setCompensationLimit,
  openDispute,
  decideDispute,
  createAssignment,
  createTraining,
  createAssignments,
  startWork,
  completeWork,
  failWork,
  extendWork,
  pauseWork,
  resumeWork,
  reassignWork,
  cancelWork,
  returnWork,
  chooseAlerts,
  chooseThreshold,
  chooseBudget,
  chooseQuietHours,
  chooseDigest,
  chooseWeekly,
  dismissCall,
  createExport,
  cancelExport,
  verifyLog,
  handOutExport,
  activateVersion,
  rollBackVersion,
  shadowVersion,
  retireVersion,
  startLmRun,
  pauseLmRun,
  resumeLmRun,
  cancelLmRun,
];
