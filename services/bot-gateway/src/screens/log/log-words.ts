import type { RecordState } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { DateTime } from 'luxon';
import { nameOf } from '../../people/person.js';
import type { LogEntry } from '../../store/audit-log.js';
import { html, lines, type Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import type { Translate } from '../../text/translate.js';

/** What turns the log's ids and codes into words. */
interface LogWords {
  t: Translate;
  moment: (at: Date) => string;
  names: ReadonlyMap<number, { firstName: string; lastName: string | null }>;
}

type Value = RecordState[string];

/** Hex digits of a file's hash that are shown. */
const HASH_SHOWN = 8;

const nameFor = ({ t, names }: LogWords, id: number): Html => {
  const name = names.get(id);
  return name ? html`${nameOf(name)}` : t('log-person', { id });
};

/** Fields of a record whose values are codes, by the kind of their texts. */
const CODED = {
  status: 'status',
  state: 'state',
  result: 'result',
  kind: 'kind',
  assignmentReason: 'assignment-reason',
  channel: 'channel',
  rulesetState: 'ruleset-state',
  metric: 'metric',
  verdict: 'verdict',
  blindAnswer: 'blind-answer',
  runKind: 'run-kind',
  runState: 'run-state',
  problemState: 'problem-state',
  language: 'language',
  hoursDays: 'hours-days',
  disputeState: 'dispute-state',
  disputeReason: 'dispute-reason',
  exportContent: 'export-content',
  exportColumns: 'export-columns',
  exportFormat: 'export-format',
  exportState: 'export-state',
  auditState: 'audit-state',
  auditProblem: 'audit-problem',
  promiseState: 'promise-state',
  compensationState: 'compensation-state',
  compensationReason: 'compensation-reason',
} as const;
const isCoded = (field: string): field is keyof typeof CODED => Object.hasOwn(CODED, field);

/** Fields of a record that are numbers of something. */
const NUMBERED: readonly string[] = ['runId', 'auditCheckId', 'auditBadSeq', 'assignmentId'];
/** Fields of a record that name people. */
export const PEOPLE: readonly string[] = ['ownerId', 'proposedById', 'decidedById'];
/** Fields of a record that are sums of money, in kopecks. */
const SUMS: readonly string[] = ['amountKopecks', 'limitKopecks', 'averageBookingKopecks'];
/** Fields of a record that are a date, `2026-12-31`. */
const DATES: readonly string[] = ['specialDay'];
const MOMENTS: readonly string[] = ['dueAt', 'pausedUntil', 'since', 'until'];
const isMoment = (field: string): boolean => MOMENTS.includes(field);

const valueWords = (words: LogWords, field: string, value: Value): Html => {
  const { t, moment } = words;
  if (value === null) return t('log-nothing');
  if (typeof value === 'boolean') return t(value ? 'log-yes' : 'log-no');
  if (field === 'role') return t('role', { role: value });
  if (isMoment(field) && typeof value === 'string') return html`${moment(new Date(value))}`;
  if (DATES.includes(field)) return html`${DateTime.fromISO(String(value)).toFormat('dd.MM.yyyy')}`;
  // What was written is for those it was written to: the log says that there is something.
  if (field === 'noteId') return t('log-written');
  // Enough to tell files apart on a phone; the table holds the whole of it.
  if (field === 'sha256') return html`${String(value).slice(0, HASH_SHOWN)}…`;
  if (NUMBERED.includes(field)) return t('log-number', { id: value });
  if (PEOPLE.includes(field) && typeof value === 'number') return nameFor(words, value);
  if (SUMS.includes(field) && typeof value === 'number') return moneyWords(value, t);
  return isCoded(field) ? t(codeKey(CODED[field], String(value))) : html`${value}`;
};

/** The fields of records that have a word, in the order they are read; another one follows under its own name. */
const FIELDS = [
  'kind',
  'state',
  'result',
  'ownerId',
  'dueAt',
  'assignmentReason',
  'pausedUntil',
  'channel',
  'verifiedByCall',
  'givenCalls',
  'takenCalls',
  'role',
  'status',
  'operatorCode',
  'listened',
  'activeRuleset',
  'rulesetState',
  'disputeState',
  'metric',
  'disputeReason',
  'verdict',
  'blindAnswer',
  'lmVersionTag',
  'noteId',
  'problemState',
  'language',
  'contactNamed',
  'hoursDays',
  'specialDay',
  'openHours',
  'worksOnHolidays',
  'exportContent',
  'exportColumns',
  'exportFormat',
  'exportState',
  'exportDays',
  'exportRows',
  'sha256',
  'runKind',
  'runId',
  'runState',
  'since',
  'until',
  'doneCalls',
  'totalCalls',
  'redAlerts',
  'alertFrom',
  'quietHours',
  'dailyBudget',
  'digestAt',
  'weekly',
  'notImportant',
  'auditCheckId',
  'auditState',
  'auditEntries',
  'auditBadSeq',
  'auditProblem',
  'promiseState',
  'promiseDismissed',
  'compensationState',
  'amountKopecks',
  'compensationReason',
  'proposedById',
  'decidedById',
  'assignmentId',
  'limitKopecks',
  'averageBookingKopecks',
];
const fieldWords = (t: Translate, field: string): Html =>
  FIELDS.includes(field) ? t('log-field', { field }) : html`${field}`;

/** What has changed, a line a field: `роль: Оператор → Администратор`. */
const changeWords = (words: LogWords, before: RecordState | null, after: RecordState | null): Html[] => {
  // The database keeps no order of a record's fields.
  const present = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const fields = [...FIELDS, ...present].filter((field) => present.has(field));
  return [...new Set(fields)].flatMap((field) => {
    const from = before?.[field] ?? null;
    const to = after?.[field] ?? null;
    if (from === to) return [];
    const label = fieldWords(words.t, field);
    const now = valueWords(words, field, to);
    return [
      from === null ? html`${label}: ${now}` : html`${label}: ${valueWords(words, field, from)} → ${now}`,
    ];
  });
};

const subjectWords = (words: LogWords, { subjectKind, subjectId, historyId }: LogEntry): Html => {
  const { t } = words;
  switch (subjectKind) {
    case 'call':
      return html`#${subjectId}`;
    case 'export':
      // An order that was refused has no number yet: it is named by what it asked for.
      return /^\d+$/.test(subjectId)
        ? t('log-export', { id: subjectId })
        : t(codeKey('export-content', subjectId));
    case 'user':
      return nameFor(words, Number(subjectId));
    case 'compensation':
      return t('log-compensation', { id: subjectId, call: historyId === null ? '' : `#${historyId}` });
    case 'dispute':
      return t('log-dispute', { id: subjectId, call: historyId === null ? '' : `#${historyId}` });
    case 'problem':
      return t('log-problem', { id: subjectId });
    case 'system':
      return subjectId === 'audit-log' ? t('log-subject-audit-log') : html`${subjectId}`;
    case 'setting':
      return t(codeKey('log-setting', subjectId));
    case 'assignment':
      return t('log-assignment', { id: subjectId, call: historyId === null ? '' : `#${historyId}` });
    default:
      return html`${subjectId}`;
  }
};

/** Why it was not done; null: it was. */
const reasonWords = (t: Translate, { outcome, reason }: LogEntry): Html | null => {
  if (reason === null || outcome === 'done') return null;
  return outcome === 'denied'
    ? t(codeKey('refusal', reason))
    : t('log-failure', { code: reason.replaceAll('.', '-') });
};

const MARKS = { done: '✅', denied: '⛔️', failed: '❗️' } as const;

/** One entry: when, who, how it ended; what to what; before → after. */
export const entryWords = (words: LogWords, entry: LogEntry): Html => {
  const { t, moment } = words;
  const actor = entry.actorId === null ? t('log-system') : nameFor(words, entry.actorId);
  const outcome = t(codeKey('log-outcome', entry.outcome));
  return lines(
    html`${MARKS[entry.outcome]} <b>${moment(entry.at)}</b> · ${actor} · ${outcome}`,
    html`${t(codeKey('action', entry.action))}: ${subjectWords(words, entry)}`,
    changeWords(words, entry.before, entry.after),
    reasonWords(t, entry),
  );
};
