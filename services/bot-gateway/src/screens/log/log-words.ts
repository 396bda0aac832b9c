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
/** Hours of a day on which the clinic is closed. */
const CLOSED = 'closed';
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
  if (field === 'contactNamed') return t(value === true ? 'log-contact-named' : 'log-contact-unnamed');
  if (typeof value === 'boolean') return t(value ? 'log-yes' : 'log-no');
  if (field === 'role') return t('role', { role: value });
  if (field === 'openHours' && value === CLOSED) return t('log-closed');
  if (isMoment(field) && typeof value === 'string') return html`${moment(new Date(value))}`;
  if (DATES.includes(field)) return html`${DateTime.fromISO(String(value)).toFormat('dd.MM.yyyy')}`;
  // What was written is for those it was written to: the log says that there is something.
  if (field === 'noteId') return t('log-written');
  // Enough to tell files apart on a phone; the table holds the whole of it.
  if (field === 'sha256') return html`${String(value).slice(0, HASH_SHOWN)}…`;
  if (field === 'verifiedByCall') return html`#${value}`;
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
  'auditCheckId',
  'auditState',
  'auditEntries',
  'auditBadSeq',
  'auditProblem',
  'promiseState',
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

/** Fields that only say that the action was done. */
const SAID_BY_ACTION: readonly string[] = ['listened', 'notImportant', 'promiseDismissed'];
/** Where what was just made stands at first: always the same. */
const STATES: readonly string[] = [
  'state',
  'disputeState',
  'problemState',
  'compensationState',
  'rulesetState',
];

/** Fields that may name what the action is about. */
const NAMES: readonly string[] = ['activeRuleset', 'runId'];

/** A run of the rules is named by its number, with a word before it that is ours. */
const runNumber = (subjectId: string): string => subjectId.replace(/^lm-run-(?=\d+$)/, '');

/** Whether the line above says it already: that it is done, that it is new, or what it is about. */
const isSaid = ({ subjectId, before, after }: LogEntry, field: string): boolean => {
  if (SAID_BY_ACTION.includes(field)) return true;
  if (before !== null && before[field] !== undefined && before[field] !== null) return false;
  return STATES.includes(field) || (NAMES.includes(field) && String(after?.[field]) === runNumber(subjectId));
};

/** What has changed, a line a field: `роль: Оператор → Администратор`. */
const changeWords = (words: LogWords, entry: LogEntry): Html[] => {
  const { before, after } = entry;
  // The database keeps no order of a record's fields.
  const present = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const fields = [...FIELDS, ...present].filter((field) => present.has(field) && !isSaid(entry, field));
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

/** Settings of which there is one: the action names it. */
const ONLY_SETTINGS: readonly string[] = ['language', 'hours', 'money.average_booking'];

/** What the action was about; null: its own words say all. */
const subjectWords = (words: LogWords, entry: LogEntry): Html | null => {
  const { subjectKind, subjectId, historyId, actorId } = entry;
  const { t } = words;
  const call = historyId === null ? '' : `#${historyId}`;
  switch (subjectKind) {
    case 'call':
      return html`#${subjectId}`;
    case 'export':
      // An order that was refused has no number yet: it is named by what it asked for.
      return /^\d+$/.test(subjectId)
        ? t('log-number', { id: subjectId })
        : t(codeKey('export-content', subjectId));
    case 'user':
      return Number(subjectId) === actorId ? null : nameFor(words, Number(subjectId));
    case 'assignment':
    case 'dispute':
    case 'compensation':
      return t('log-number-and-call', { id: subjectId, call });
    case 'problem':
      return subjectId === 'new' ? null : t('log-number', { id: subjectId });
    case 'setting':
      return ONLY_SETTINGS.includes(subjectId) ? null : t(codeKey('log-setting', subjectId));
    // Else the log or the rules as a whole, or a message that nobody could read.
    case 'system':
      return runNumber(subjectId) === subjectId ? null : t('log-number', { id: runNumber(subjectId) });
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
  const action = t(codeKey('action', entry.action));
  const subject = subjectWords(words, entry);
  return lines(
    html`${MARKS[entry.outcome]} <b>${moment(entry.at)}</b> · ${actor} · ${outcome}`,
    subject === null ? action : html`${action}: ${subject}`,
    changeWords(words, entry),
    reasonWords(t, entry),
  );
};
