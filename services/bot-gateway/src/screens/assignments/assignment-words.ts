import type { Clinic } from '@perezvon/clinic-hours';
import { isOpenAssignment, KIND_FIELDS, pauseEnd } from '@perezvon/contracts';
import { findClinic } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { maySeeAssignment } from '../../queries/assignments/assignment-access.js';
import type { AssignmentStep } from '../../queries/assignments/assignment-steps.js';
import { findAssignment, type AssignmentCard } from '../../queries/assignments/find-assignment.js';
import { cutWords } from '../../text/cut-words.js';
import { html, lines, type Html } from '../../text/html.js';
import { spanWords } from '../../text/span-words.js';
import { visibleNote, visibleWords } from '../../text/visible-words.js';
import type { LoadTools, RenderTools } from '../define-screen.js';
import { EXPLAINED_MOVES } from '../places/assignments.js';
import { compensationLine } from '../compensations/compensation-line.js';
import { proofLines } from './proof-words.js';
import { trainingLine } from '../trainings/training-line.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person' | 'now'>;

const MAX_QUOTE = 160;
/** Words of a person in one line of many. */
const MAX_WORDS = 160;
/** Steps whose reason is told: the log keeps the last one with every later step, too. */
const EXPLAINED: readonly string[] = EXPLAINED_MOVES.map((move) => `assignment.${move}`);

/** One assignment for this person; null: there is none, or it is not his to see. */
export const loadAssignment = async (
  { db, person }: Pick<LoadTools, 'db' | 'person'>,
  { assignmentId }: { assignmentId: number },
): Promise<AssignmentCard | null> => {
  const assignment = await findAssignment(db, assignmentId);
  return assignment && maySeeAssignment(person, assignment) ? assignment : null;
};

/** An assignment that is about to move, and the hours that its time goes by. */
export interface MoveFacts {
  assignment: AssignmentCard;
  clinic: Clinic;
}

/** The same with the clinic's hours: for the steps of a move to another time. */
export const loadForMove = async (
  tools: Pick<LoadTools, 'db' | 'person' | 'timezone'>,
  params: { assignmentId: number },
): Promise<MoveFacts | null> => {
  const assignment = await loadAssignment(tools, params);
  return assignment && { assignment, clinic: await findClinic(tools.db, tools.timezone) };
};

/** What it is about: above the card and every question about it. */
export const assignmentHead = (
  { kind, state, call, owner }: AssignmentCard,
  { t, moment }: Pick<Tools, 't' | 'moment'>,
): Html =>
  lines(
    t('assignment-title', { kind: t(codeKey('kind', kind)), state: t(codeKey('state', state)) }),
    call &&
      t('assignment-call', {
        id: call.historyId,
        at: moment(call.callDate),
        operator: call.operator ?? 'none',
      }),
    t('assignment-owner', { name: nameOf(owner) }),
  );

/** The deadline: how far away, how late, how long nothing is expected; nothing but the time once it is closed. */
export const dueWords = (assignment: AssignmentCard, { t, moment, now }: Tools): Html => {
  const { state, dueAt } = assignment;
  const at = moment(dueAt);
  if (!isOpenAssignment(state)) return t('assignment-due-closed', { at });
  const rests = pauseEnd(assignment, now);
  if (rests !== null) return t('assignment-paused', { until: moment(rests), at });
  const left = dueAt.getTime() - now.getTime();
  return left > 0
    ? t('assignment-due', { at, span: spanWords(left, t) })
    : t('assignment-overdue', { at, span: spanWords(-left, t) });
};

/** The reason of a move, in the person's own words where he wrote some; null: none was given. */
const reasonOf = (
  { reason, words }: Pick<AssignmentStep, 'reason' | 'words'>,
  { t, person }: Pick<Tools, 't' | 'person'>,
): Html | null => {
  if (words !== null) return html`${cutWords(visibleNote(words, person), MAX_WORDS)}`;
  return reason === null ? null : t(codeKey('assignment-reason', reason));
};

/** Why it ended without success, or rests; what was put off once and goes on needs no reason. */
const whyWords = (assignment: AssignmentCard, tools: Tools): Html | null => {
  const { state, reason, reasonWords: words } = assignment;
  const isStopped = state === 'failed' || state === 'cancelled' || pauseEnd(assignment, tools.now) !== null;
  const why = isStopped ? reasonOf({ reason, words }, tools) : null;
  return why && tools.t('assignment-reason', { why });
};

/** How it is known that a client was called back: a later call, or the owner's word. Nothing proves other work. */
const proofWord = ({ kind, verifiedByCall }: AssignmentCard, { t }: Pick<Tools, 't'>): Html | 'none' => {
  if (kind !== 'callback') return 'none';
  return verifiedByCall === null
    ? t('assignment-proof-word')
    : t('assignment-proof-call', { id: verifiedByCall });
};

/** What came of it and how that is known. */
const resultWords = (assignment: AssignmentCard, tools: Tools): Html[] => {
  const { state, result, closedAt, callbackCalls } = assignment;
  const { t, moment } = tools;
  // A done assignment always has its time (a check of the database): the type does not know.
  if (state !== 'done' || closedAt === null) return [];
  // Closed by a call: what came of it is what the call says.
  const outcome = callbackCalls?.proof?.outcome ?? null;
  const ofCall = outcome === null ? 'assignment-result-none' : codeKey('outcome', outcome);
  return [
    t('assignment-result', {
      result: t(result === null ? ofCall : codeKey('result', result)),
      at: moment(closedAt),
      proof: proofWord(assignment, tools),
    }),
  ];
};

const stepLine = (step: AssignmentStep, tools: Tools): Html => {
  const { t, moment } = tools;
  const { at, action, actor, dueAt, pausedUntil, owner, byCall } = step;
  const what = t('assignment-step-what', {
    action: action.replaceAll('.', '-'),
    owner: owner === null ? '—' : nameOf(owner),
    due: dueAt === null ? '—' : moment(dueAt),
    until: pausedUntil === null ? '—' : moment(pausedUntil),
    call: byCall === null ? '—' : String(byCall),
  });
  const why = EXPLAINED.includes(action) ? reasonOf(step, tools) : null;
  return t('assignment-step', {
    at: moment(at),
    what: why === null ? what : html`${what} (${why})`,
    who: actor === null ? t('assignment-step-system') : nameOf(actor),
  });
};

/** The card's text: what, why, who, until when, what came of it, and the story. */
export const assignmentText = (assignment: AssignmentCard, tools: Tools): Html => {
  const { t, person } = tools;
  const { quote, givenBy, steps, channel, words, training, compensation } = assignment;
  return lines(
    assignmentHead(assignment, tools),
    t('assignment-giver', { name: nameOf(givenBy) }),
    channel === null ? null : t('assign-channel', { channel: t(codeKey('channel', channel)) }),
    words === null
      ? null
      : t('assign-words', { rule: KIND_FIELDS[assignment.kind].words, words: visibleNote(words, person) }),
    training === null ? null : trainingLine(training, t),
    compensation === null ? null : compensationLine(compensation, t),
    dueWords(assignment, tools),
    whyWords(assignment, tools),
    resultWords(assignment, tools),
    proofLines(assignment, tools),
    ...(quote === null
      ? []
      : ['' as const, t('assignment-why', { quote: cutWords(visibleWords(quote, person), MAX_QUOTE) })]),
    ...(steps.length === 0
      ? []
      : ['' as const, t('assignment-story'), steps.map((step) => stepLine(step, tools))]),
  );
};
