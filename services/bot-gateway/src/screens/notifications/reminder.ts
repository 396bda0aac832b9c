import { isOpenAssignment, type ReminderLevel } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import {
  findReminders,
  type RemindedAssignment,
  type Reminders,
  type ReminderSection,
} from '../../queries/notifications/find-reminders.js';
import { cutWords } from '../../text/cut-words.js';
import { lines, type Html } from '../../text/html.js';
import { visibleNote } from '../../text/visible-words.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignmentsPlace } from '../places/assignments.js';
import { reminderPlace } from '../places/notifications.js';
import { assignmentCardPlace } from '../places/work.js';
import { undecidedRows, undecidedSection } from './undecided.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person'>;

/** How many characters of what somebody wrote fit a line, and a button. */
const LINE_WORDS = 60;
const BUTTON_WORDS = 20;

/** These are told about somebody else's work. */
const ABOUT_OTHERS: readonly ReminderLevel[] = ['giver', 'superadmin'];

const isAboutOthers = ({ level }: Pick<ReminderSection, 'level'>): boolean => ABOUT_OTHERS.includes(level);

/** «Перезвон · #500123»; a task may have no call: what somebody wrote tells it from another. */
const subject = (
  { kind, historyId, words }: RemindedAssignment,
  room: number,
  { t, person }: Tools,
): Html => {
  const kindWords = t(codeKey('kind', kind));
  if (historyId !== null) return t('remind-subject', { kind: kindWords, about: `#${historyId}` });
  if (words === null) return kindWords;
  return t('remind-subject', { kind: kindWords, about: cutWords(visibleNote(words, person), room) });
};

/** An assignment, and who of its people cannot be told of it. */
const assignmentLines = (one: RemindedAssignment, tools: Tools): Html[] => {
  const { t, moment } = tools;
  return [
    t('remind-row', {
      subject: subject(one, LINE_WORDS, tools),
      due: moment(one.dueAt),
      owner: isAboutOthers(one) ? nameOf(one.owner) : 'none',
      state: isOpenAssignment(one.state) ? 'open' : t(codeKey('state', one.state)),
    }),
    ...(isAboutOthers(one)
      ? one.unheard.map(({ person, why }) => t('remind-unheard', { name: nameOf(person), why }))
      : []),
  ];
};

const assignmentRow = (one: RemindedAssignment, tools: Tools): Button[] => [
  assignmentCardPlace.link(
    tools.t('remind-button', { subject: subject(one, BUTTON_WORDS, tools), due: tools.moment(one.dueAt) }),
    { assignmentId: one.id },
  ),
];

/** What happened to so many, and those of them that are shown. */
const section = (
  { level, isPassedOn, count }: ReminderSection,
  { assignments }: Reminders,
  tools: Tools,
): Html => {
  const shown = assignments.filter((one) => one.level === level && one.isPassedOn === isPassedOn);
  return lines(
    tools.t(codeKey('remind', isPassedOn ? `${level}_passed_on` : level), { count }),
    shown.flatMap((one) => assignmentLines(one, tools)),
    count > shown.length ? tools.t('remind-more', { count: count - shown.length }) : null,
  );
};

/** The way to all assignments of the kind that the message is about; none: it is about none. */
const allAssignments = ({ sections }: Reminders, { t }: Tools): Button[] => {
  if (sections.length === 0) return [];
  const view = sections.every(isAboutOthers) ? 'overdue' : 'mine';
  return [assignmentsPlace.link(t('remind-button-all', { view }), { view, direction: 'on' })];
};

/** «🔴 Срок прошёл: 2»: what has to be done, the gravest first, one tap from each. */
export const reminder = defineScreen({
  ...reminderPlace,
  load: ({ db, person }, { messageId }) => findReminders(db, { messageId, userId: person.id }),
  render: (found, tools) => {
    const parts = [
      ...found.sections.map((one) => section(one, found, tools)),
      ...undecidedSection(found, tools),
    ];
    return {
      text: lines(...parts.flatMap((part, index) => (index === 0 ? [part] : ['' as const, part]))),
      rows: [
        ...found.assignments.map((one) => assignmentRow(one, tools)),
        ...undecidedRows(found, tools),
        allAssignments(found, tools),
      ],
    };
  },
});
