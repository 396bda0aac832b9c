import { agreement } from './feedback/agreement.js';
import { alert } from './notifications/alert.js';
import { analytics } from './calls/analytics.js';
import { assignConfirm, createAssignment } from './assignments/assign-confirm.js';
import { assignDate, assignDue } from './assignments/assign-due.js';
import { assignKind } from './assignments/assign-kind.js';
import { assignOwner } from './assignments/assign-owner.js';
import { assignChannel, assignComment, assignWords } from './assignments/assign-words.js';
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
import { assignmentCard } from './assignments/assignment-card.js';
import { assignmentResult, reassign } from './assignments/assignment-questions.js';
import { assignments } from './assignments/assignments.js';
import {
  batch,
  batchConfirm,
  batchDate,
  batchDue,
  batchOwner,
  createAssignments,
} from './assignments/batch.js';
import { later, laterDate } from './assignments/later.js';
import { moveReason, reasonSend, reasonWords } from './assignments/reasons.js';
import { auditCheck, verifyLog } from './log/audit-check.js';
import { auditLog } from './log/audit-log.js';
import { logActions, logCall, logDay, logPeople } from './log/log-filters.js';
import { blindReview } from './feedback/blind-review.js';
import { callLink, linkCall } from './calls/call-link.js';
import { callCard, markListened } from './calls/call-card.js';
import { clientCalls } from './calls/client-calls.js';
import { callMetrics } from './calls/call-metrics.js';
import { callList } from './calls/call-list.js';
import { clinicHours } from './hours/clinic-hours.js';
import { dropSpecialDay, setDayHours, setHolidays, setSpecialDay } from './hours/hours-actions.js';
import { dayHours, dayHoursConfirm, specialDay, specialDayConfirm } from './hours/hours-questions.js';
import { contact, contacts, contactSave, saveContact } from './settings/contacts.js';
import {
  approveCompensation,
  proposeCompensation,
  refuseCompensation,
  setCompensationLimit,
  withdrawCompensation,
} from './compensations/compensation-actions.js';
import { compensationCard, compensationEnd } from './compensations/compensation-card.js';
import {
  compensationLimit,
  compensationLimits,
  compensationLimitSave,
} from './compensations/compensation-limits.js';
import {
  compensationAmount,
  compensationReason,
  compensationSend,
} from './compensations/compensation-propose.js';
import { compensations } from './compensations/compensations.js';
import { averageBooking, averageBookingSave, saveAverageBooking } from './control/average-booking.js';
import { control } from './control/control.js';
import { controlParts } from './control/control-parts.js';
import { controlRows } from './control/control-rows.js';
import { dashboard } from './figures/dashboard.js';
import type { ActionEntry } from './define-action.js';
import type { ScreenEntry } from './define-screen.js';
import { dynamics } from './figures/dynamics.js';
import { disputeCard, disputeDecision } from './disputes/dispute-card.js';
import { decideDispute, openDispute } from './disputes/dispute-actions.js';
import { disputeMetric, disputeReason, disputeSend } from './disputes/dispute-open.js';
import { disputes } from './disputes/disputes.js';
import { answerBlind, giveFeedback, withdrawFeedback } from './feedback/feedback-actions.js';
import { cancelExport, createExport, handOutExport } from './exports/export-actions.js';
import { exportBuilder } from './exports/export-builder.js';
import { exportCard, myExports } from './exports/exports.js';
import { found } from './search/found.js';
import { help, helpChapter, helpOn } from './help/help.js';
import { judge } from './feedback/judge.js';
import { listOperator } from './calls/list-operator.js';
import { listen } from './calls/listen.js';
import { lossReasons } from './figures/loss-reasons.js';
import { marketing } from './figures/marketing.js';
import { menu } from './menu.js';
import { metricTable } from './figures/metric-table.js';
import { metricRules, ruleQuality } from './feedback/rule-quality.js';
import { closeReport, sendAnswer, sendMore, sendProblem, sendTicket } from './problems/problem-actions.js';
import { problemCard, problemWrite, problemWriteSend } from './problems/problem-card.js';
import { myProblems, problems } from './problems/problem-lists.js';
import { dismissPromise, promiseCard } from './promises/promise-card.js';
import { promises } from './promises/promises.js';
import { problem, problemSend, ticket, ticketSend } from './problems/problem-report.js';
import { chooseLanguage, language, settings } from './settings/settings.js';
import {
  chooseAlerts,
  chooseBudget,
  chooseDigest,
  chooseQuietHours,
  chooseThreshold,
  chooseWeekly,
  dismissCall,
} from './notifications/notification-actions.js';
import {
  notificationBudget,
  notificationDigest,
  notificationDigestConfirm,
  notificationQuiet,
  notificationQuietConfirm,
  notificationThreshold,
} from './notifications/notification-questions.js';
import { notificationSettings } from './notifications/notification-settings.js';
import { reminder } from './notifications/reminder.js';
import { digest, weeklySummary } from './notifications/summaries.js';
import { search } from './search/search.js';
import { searchOperator } from './search/search-operator.js';
import { system } from './system/system.js';
import { cancelLmRun, pauseLmRun, resumeLmRun, startLmRun } from './system/run-actions.js';
import { runExamples, runFile, runReport } from './system/run-report.js';
import { runCancel, runCard, runConfirm, runPeriod, runs, runVersion } from './system/runs.js';
import { topCalls } from './top/top-calls.js';
import { markReviewed, topListen, topReview } from './top/top-review.js';
import { transcript } from './calls/transcript.js';
import { approve, block, reject, setRole, unblock } from './people/user-actions.js';
import { userCard } from './people/user-card.js';
import { operatorCode, userRole } from './people/user-role.js';
import { people, users } from './people/users.js';
import { activateVersion, retireVersion, rollBackVersion, shadowVersion } from './system/version-actions.js';
import { versionActivate, versionCard, versionRollBack } from './system/version-card.js';
import { versions } from './system/versions.js';
import { myStats, operatorPage } from './operators/operator-stats.js';
import { operatorTable } from './figures/operator-table.js';
import { createTraining, trainingConfirm } from './trainings/training-confirm.js';
import { trainingDate, trainingDue } from './trainings/training-due.js';
import { trainingMetric } from './trainings/training-metric.js';
import { trainingOwner } from './trainings/training-owner.js';
import { pattern } from './trainings/pattern.js';
import { patterns } from './trainings/patterns.js';
import { allTrainings, myTrainings } from './trainings/training-list.js';
import { training } from './trainings/training.js';
import { operatorCalls } from './operators/operator-calls.js';
import { requestAccess, welcome } from './welcome.js';

/** Every screen that a button or a command can lead to. */
export const SCREENS: readonly ScreenEntry[] = [
  welcome,
  menu,
  users,
  people,
  userCard,
  userRole,
  operatorCode,
  auditLog,
  logPeople,
  logActions,
  logDay,
  logCall,
  auditCheck,
  help,
  helpChapter,
  helpOn,
  analytics,
  callList,
  listOperator,
  topCalls,
  topReview,
  topListen,
  search,
  found,
  searchOperator,
  callCard,
  clientCalls,
  callLink,
  callMetrics,
  transcript,
  listen,
  judge,
  blindReview,
  myStats,
  myTrainings,
  allTrainings,
  training,
  patterns,
  pattern,
  trainingMetric,
  trainingOwner,
  trainingDue,
  trainingDate,
  trainingConfirm,
  operatorPage,
  operatorCalls,
  compensations,
  promises,
  promiseCard,
  compensationCard,
  compensationEnd,
  compensationReason,
  compensationAmount,
  compensationSend,
  compensationLimits,
  compensationLimit,
  compensationLimitSave,
  disputes,
  disputeCard,
  disputeDecision,
  disputeMetric,
  disputeReason,
  disputeSend,
  assignKind,
  assignChannel,
  assignWords,
  assignComment,
  assignOwner,
  assignDue,
  assignDate,
  assignConfirm,
  assignments,
  assignmentCard,
  assignmentResult,
  later,
  laterDate,
  moveReason,
  reasonWords,
  reasonSend,
  reassign,
  batch,
  batchOwner,
  batchDue,
  batchDate,
  batchConfirm,
  alert,
  reminder,
  digest,
  weeklySummary,
  notificationSettings,
  notificationThreshold,
  notificationBudget,
  notificationQuiet,
  notificationQuietConfirm,
  notificationDigest,
  notificationDigestConfirm,
  dashboard,
  metricTable,
  operatorTable,
  lossReasons,
  dynamics,
  marketing,
  exportBuilder,
  myExports,
  exportCard,
  settings,
  language,
  control,
  controlParts,
  controlRows,
  averageBooking,
  averageBookingSave,
  contacts,
  contact,
  contactSave,
  clinicHours,
  dayHours,
  dayHoursConfirm,
  specialDay,
  specialDayConfirm,
  problem,
  problemSend,
  myProblems,
  problemCard,
  problemWrite,
  problemWriteSend,
  problems,
  ticket,
  ticketSend,
  system,
  versions,
  versionCard,
  versionActivate,
  versionRollBack,
  ruleQuality,
  metricRules,
  agreement,
  runs,
  runCard,
  runVersion,
  runPeriod,
  runConfirm,
  runCancel,
  runReport,
  runExamples,
  runFile,
];

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
