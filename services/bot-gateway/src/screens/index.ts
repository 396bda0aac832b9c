import { agreement } from './feedback/agreement.js';
import { alert } from './notifications/alert.js';
import { analytics } from './calls/analytics.js';
import { assignConfirm } from './assignments/assign-confirm.js';
import { assignDate, assignDue } from './assignments/assign-due.js';
import { assignKind } from './assignments/assign-kind.js';
import { assignOwner } from './assignments/assign-owner.js';
import { assignChannel, assignComment, assignWords } from './assignments/assign-words.js';
import { assignmentCard } from './assignments/assignment-card.js';
import { assignmentResult, reassign } from './assignments/assignment-questions.js';
import { assignments } from './assignments/assignments.js';
import { batch, batchConfirm, batchDate, batchDue, batchOwner } from './assignments/batch.js';
import { later, laterDate } from './assignments/later.js';
import { moveReason, reasonSend, reasonWords } from './assignments/reasons.js';
import { auditCheck } from './log/audit-check.js';
import { auditLog } from './log/audit-log.js';
import { logActions, logCall, logDay, logPeople } from './log/log-filters.js';
import { blindReview } from './feedback/blind-review.js';
import { callLink } from './calls/call-link.js';
import { callCard } from './calls/call-card.js';
import { clientCalls } from './calls/client-calls.js';
import { callMetrics } from './calls/call-metrics.js';
import { callList } from './calls/call-list.js';
import { clinicHours } from './hours/clinic-hours.js';
import { dayHours, dayHoursConfirm, specialDay, specialDayConfirm } from './hours/hours-questions.js';
import { contact, contacts, contactSave } from './settings/contacts.js';
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
import { averageBooking, averageBookingSave } from './control/average-booking.js';
import { control } from './control/control.js';
import { controlParts } from './control/control-parts.js';
import { controlRows } from './control/control-rows.js';
import { dashboard } from './figures/dashboard.js';
import type { ScreenEntry } from './define-screen.js';
import { dynamics } from './figures/dynamics.js';
import { disputeCard, disputeDecision } from './disputes/dispute-card.js';
import { disputeMetric, disputeReason, disputeSend } from './disputes/dispute-open.js';
import { disputes } from './disputes/disputes.js';
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
import { problemCard, problemWrite, problemWriteSend } from './problems/problem-card.js';
import { myProblems, problems } from './problems/problem-lists.js';
import { promiseCard } from './promises/promise-card.js';
import { promises } from './promises/promises.js';
import { problem, problemSend, ticket, ticketSend } from './problems/problem-report.js';
import { language, settings } from './settings/settings.js';
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
import { runExamples, runFile, runReport } from './system/run-report.js';
import { runCancel, runCard, runConfirm, runPeriod, runs, runVersion } from './system/runs.js';
import { topCalls } from './top/top-calls.js';
import { topListen, topReview } from './top/top-review.js';
import { transcript } from './calls/transcript.js';
import { userCard } from './people/user-card.js';
import { operatorCode, userRole } from './people/user-role.js';
import { people, users } from './people/users.js';
import { versionActivate, versionCard, versionRollBack } from './system/version-card.js';
import { versions } from './system/versions.js';
import { myStats, operatorPage } from './operators/operator-stats.js';
import { operatorTable } from './figures/operator-table.js';
import { trainingConfirm } from './trainings/training-confirm.js';
import { trainingDate, trainingDue } from './trainings/training-due.js';
import { trainingMetric } from './trainings/training-metric.js';
import { trainingOwner } from './trainings/training-owner.js';
import { pattern } from './trainings/pattern.js';
import { patterns } from './trainings/patterns.js';
import { allTrainings, myTrainings } from './trainings/training-list.js';
import { training } from './trainings/training.js';
import { operatorCalls } from './operators/operator-calls.js';
import { welcome } from './welcome.js';

export { ACTIONS } from './actions.js';

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
