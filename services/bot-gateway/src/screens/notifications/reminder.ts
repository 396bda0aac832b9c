import { isOpenAssignment, type ReminderLevel } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { byGravity } from '../../notifications/remindable.js';
import { nameOf } from '../../people/person.js';
import {
  findReminders,
  type RemindedAssignment,
  type Reminders,
} from '../../queries/notifications/find-reminders.js';
import { cutWords } from '../../text/cut-words.js';
import { lines, type Html } from '../../text/html.js';
import { visibleNote } from '../../text/visible-words.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignmentsPlace } from '../places/assignments.js';
import { reminderPlace } from '../places/notifications.js';
import { assignmentCardPlace } from '../places/work.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person'>;

/** How many characters of what somebody wrote fit a line, and a button. */
const LINE_WORDS = 60;
const BUTTON_WORDS = 20;

/** These are told about somebody else's work. */
const ABOUT_OTHERS: readonly ReminderLevel[] = ['giver', 'superadmin'];

const isAboutOthers = (level: ReminderLevel): boolean => ABOUT_OTHERS.includes(level);

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

const assignmentLine = (one: RemindedAssignment, tools: Tools): Html => {
  const { t, moment } = tools;
  return t('remind-row', {
    subject: subject(one, LINE_WORDS, tools),
    due: moment(one.dueAt),
    owner: isAboutOthers(one.level) ? nameOf(one.owner) : 'none',
    state: isOpenAssignment(one.state) ? 'open' : t(codeKey('state', one.state)),
  });
};

const assignmentRow = (one: RemindedAssignment, tools: Tools): Button[] => [
  assignmentCardPlace.link(
    tools.t('remind-button', { subject: subject(one, BUTTON_WORDS, tools), due: tools.moment(one.dueAt) }),
    { assignmentId: one.id },
  ),
];

/** What happened to so many, and those of them that are shown. */
const section = (level: ReminderLevel, { assignments, totals }: Reminders, tools: Tools): Html => {
  const count = totals.get(level) ?? 0;
  const shown = assignments.filter((one) => one.level === level);
  return lines(
    tools.t(codeKey('remind', level), { count }),
    shown.map((one) => assignmentLine(one, tools)),
    count > shown.length ? tools.t('remind-more', { count: count - shown.length }) : null,
  );
};

/** «🔴 Срок прошёл: 2»: what has to be done, the gravest first, one tap from each. */
export const reminder = defineScreen({
  ...reminderPlace,
  load: ({ db, person }, { messageId }) => findReminders(db, { messageId, userId: person.id }),
  render: (found, tools) => {
    const { t } = tools;
    const levels = [...found.totals.keys()]
      .map((level) => ({ level }))
      .toSorted(byGravity)
      .map(({ level }) => level);
    const view = levels.every(isAboutOthers) ? 'overdue' : 'mine';
    return {
      text: lines(
        ...levels.flatMap((level, index) => [
          ...(index === 0 ? [] : ['' as const]),
          section(level, found, tools),
        ]),
      ),
      rows: [
        ...found.assignments.map((one) => assignmentRow(one, tools)),
        [assignmentsPlace.link(t('remind-button-all', { view }), { view, direction: 'on' })],
      ],
    };
  },
});
