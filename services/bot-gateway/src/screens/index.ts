import { agreement } from './agreement.js';
import { alert } from './alert.js';
import { analytics } from './analytics.js';
import { assignConfirm, createAssignment } from './assign-confirm.js';
import { assignDate, assignDue } from './assign-due.js';
import { assignKind } from './assign-kind.js';
import { assignOwner } from './assign-owner.js';
import {
  cancelWork,
  completeWork,
  extendWork,
  failWork,
  reassignWork,
  returnWork,
  startWork,
} from './assignment-actions.js';
import { assignmentCard } from './assignment-card.js';
import {
  assignmentResult,
  cancelAssignment,
  extendConfirm,
  extendDate,
  extendDue,
  reassign,
} from './assignment-questions.js';
import { assignments } from './assignments.js';
import { auditLog, logCall, logPeople } from './audit-log.js';
import { blindReview } from './blind-review.js';
import { callLink, linkCall } from './call-link.js';
import { callCard, markListened } from './call-card.js';
import { callMetrics } from './call-metrics.js';
import { callList } from './call-list.js';
import { contact, contacts, contactSave, saveContact } from './contacts.js';
import { dashboard } from './dashboard.js';
import type { ActionEntry } from './define-action.js';
import type { ScreenEntry } from './define-screen.js';
import { dynamics } from './dynamics.js';
import { disputeCard, disputeDecision } from './dispute-card.js';
import { decideDispute, openDispute } from './dispute-actions.js';
import { disputeMetric, disputeReason, disputeSend } from './dispute-open.js';
import { disputes } from './disputes.js';
import { answerBlind, giveFeedback, withdrawFeedback } from './feedback-actions.js';
import { cancelExport, createExport, handOutExport } from './export-actions.js';
import { exportBuilder } from './export-builder.js';
import { exportCard, myExports } from './exports.js';
import { found } from './found.js';
import { help, helpChapter, helpOn } from './help.js';
import { judge } from './judge.js';
import { listOperator } from './list-operator.js';
import { listen } from './listen.js';
import { lossReasons } from './loss-reasons.js';
import { marketing } from './marketing.js';
import { menu } from './menu.js';
import { metricTable } from './metric-table.js';
import { metricRules, ruleQuality } from './rule-quality.js';
import { closeReport, sendAnswer, sendMore, sendProblem, sendTicket } from './problem-actions.js';
import { problemCard, problemWrite, problemWriteSend } from './problem-card.js';
import { myProblems, problems } from './problem-lists.js';
import { problem, problemSend, ticket, ticketSend } from './problem-report.js';
import { chooseLanguage, language, settings } from './settings.js';
import {
  chooseAlerts,
  chooseBudget,
  chooseDigest,
  chooseQuietHours,
  chooseThreshold,
  chooseWeekly,
  dismissCall,
} from './notification-actions.js';
import {
  notificationBudget,
  notificationDigest,
  notificationDigestConfirm,
  notificationQuiet,
  notificationQuietConfirm,
  notificationThreshold,
} from './notification-questions.js';
import { notificationSettings } from './notification-settings.js';
import { digest, weeklySummary } from './summaries.js';
import { search } from './search.js';
import { searchOperator } from './search-operator.js';
import { system } from './system.js';
import { cancelLmRun, pauseLmRun, resumeLmRun, startLmRun } from './run-actions.js';
import { runExamples, runFile, runReport } from './run-report.js';
import { runCancel, runCard, runConfirm, runPeriod, runs, runVersion } from './runs.js';
import { topCalls } from './top-calls.js';
import { markReviewed, topListen, topReview } from './top-review.js';
import { transcript } from './transcript.js';
import { approve, block, reject, setRole, unblock } from './user-actions.js';
import { userCard } from './user-card.js';
import { operatorCode, userRole } from './user-role.js';
import { people, users } from './users.js';
import { activateVersion, retireVersion, rollBackVersion, shadowVersion } from './version-actions.js';
import { versionActivate, versionCard, versionRollBack } from './version-card.js';
import { versions } from './versions.js';
import { myStats, operatorPage } from './operator-stats.js';
import { operatorTable } from './operator-table.js';
import { myTrainings } from './my-trainings.js';
import { operatorCalls } from './operator-calls.js';
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
  logCall,
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
  callLink,
  callMetrics,
  transcript,
  listen,
  judge,
  blindReview,
  myStats,
  myTrainings,
  operatorPage,
  operatorCalls,
  disputes,
  disputeCard,
  disputeDecision,
  disputeMetric,
  disputeReason,
  disputeSend,
  assignKind,
  assignOwner,
  assignDue,
  assignDate,
  assignConfirm,
  assignments,
  assignmentCard,
  assignmentResult,
  extendDue,
  extendDate,
  extendConfirm,
  reassign,
  cancelAssignment,
  alert,
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
  contacts,
  contact,
  contactSave,
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
  saveContact,
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
  openDispute,
  decideDispute,
  createAssignment,
  startWork,
  completeWork,
  failWork,
  extendWork,
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
