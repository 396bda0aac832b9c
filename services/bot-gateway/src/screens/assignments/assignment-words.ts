import { OPEN_ASSIGNMENT_STATES, type AssignmentState } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { maySeeAssignment } from '../../queries/assignments/assignment-access.js';
import {
  findAssignment,
  type AssignmentCard,
  type AssignmentStep,
} from '../../queries/assignments/find-assignment.js';
import { cutWords } from '../../text/cut-words.js';
import { lines, type Html } from '../../text/html.js';
import { spanWords } from '../../text/span-words.js';
import { visibleWords } from '../../text/visible-words.js';
import type { LoadTools, RenderTools } from '../define-screen.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person' | 'now'>;

const MAX_QUOTE = 160;

/** Whether somebody still has to act. */
export const isOpen = (state: AssignmentState): boolean =>
  OPEN_ASSIGNMENT_STATES.some((open) => open === state);

/** One assignment for this person; null: there is none, or it is not his to see. */
export const loadAssignment = async (
  { db, person }: Pick<LoadTools, 'db' | 'person'>,
  { assignmentId }: { assignmentId: number },
): Promise<AssignmentCard | null> => {
  const assignment = await findAssignment(db, assignmentId);
  return assignment && maySeeAssignment(person, assignment) ? assignment : null;
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

/** The deadline: how far away, how late, or nothing but the time once it is closed. */
const dueWords = ({ state, dueAt }: AssignmentCard, { t, moment, now }: Tools): Html => {
  const at = moment(dueAt);
  if (!isOpen(state)) return t('assignment-due-closed', { at });
  const left = dueAt.getTime() - now.getTime();
  return left > 0
    ? t('assignment-due', { at, span: spanWords(left, t) })
    : t('assignment-overdue', { at, span: spanWords(-left, t) });
};

/** What came of it and how that is known: a later call, or the owner's word. */
const resultWords = (
  { state, result, closedAt, verifiedByCall }: AssignmentCard,
  { t, moment }: Tools,
): Html[] => {
  // A done assignment always has its time (a check of the database): the type does not know.
  if (state !== 'done' || closedAt === null) return [];
  const proof =
    verifiedByCall === null ? t('assignment-proof-word') : t('assignment-proof-call', { id: verifiedByCall });
  return [
    t('assignment-result', {
      result: t(result === null ? 'assignment-result-none' : codeKey('result', result)),
      at: moment(closedAt),
      proof,
    }),
  ];
};

const stepLine = ({ at, action, actor, dueAt, owner }: AssignmentStep, { t, moment }: Tools): Html =>
  t('assignment-step', {
    at: moment(at),
    what: t('assignment-step-what', {
      action: action.replaceAll('.', '-'),
      owner: owner === null ? '—' : nameOf(owner),
      due: dueAt === null ? '—' : moment(dueAt),
    }),
    who: actor === null ? t('assignment-step-system') : nameOf(actor),
  });

/** The card's text: what, why, who, until when, what came of it, and the story from the log. */
export const assignmentText = (assignment: AssignmentCard, tools: Tools): Html => {
  const { t, person } = tools;
  const { quote, givenBy, steps } = assignment;
  return lines(
    assignmentHead(assignment, tools),
    t('assignment-giver', { name: nameOf(givenBy) }),
    dueWords(assignment, tools),
    resultWords(assignment, tools),
    ...(quote === null
      ? []
      : ['' as const, t('assignment-why', { quote: cutWords(visibleWords(quote, person), MAX_QUOTE) })]),
    ...(steps.length === 0
      ? []
      : ['' as const, t('assignment-story'), steps.map((step) => stepLine(step, tools))]),
  );
};
