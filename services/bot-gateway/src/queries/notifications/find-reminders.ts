import {
  isOpenAssignment,
  type AssignmentKind,
  type AssignmentState,
  type ReminderLevel,
} from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { byGravity, whyUnheard, type Unheard } from '../../notifications/remindable.js';
import type { PersonName } from '../../people/person.js';
import { findNotificationMessage } from '../../store/notification-messages.js';
import type { WrittenWords } from '../../text/visible-words.js';
import { PERSON_NAME } from '../people/person-name.js';
import { listRemindedCompensations, type RemindedCompensation } from './reminded-compensations.js';

/** What one part of a message is about. */
interface Part {
  level: ReminderLevel;
  /** Told before its time, because whoever is told before this person cannot be. */
  isPassedOn: boolean;
}

/** One assignment that a message told of, as it stands now. */
export interface RemindedAssignment extends Part {
  id: number;
  /** null: it is not about a call. */
  historyId: number | null;
  /** What is to be done, in the giver's words; null: the kind says it. */
  words: WrittenWords | null;
  kind: AssignmentKind;
  state: AssignmentState;
  dueAt: Date;
  owner: PersonName;
  /** Its owner and its giver, as far as they cannot be told of it now. */
  unheard: readonly { person: PersonName; why: Unheard }[];
}

/** The assignments of one level. */
export interface ReminderSection extends Part {
  /** How many the message told of in all. */
  count: number;
}

export interface Reminders {
  /** The gravest and then the earliest first, at most `MAX_REMINDED`; what is over stands last. */
  assignments: readonly RemindedAssignment[];
  /** The gravest first. */
  sections: readonly ReminderSection[];
  /** Those that wait for this person's decision, the longest waiting first, at most `MAX_REMINDED`. */
  compensations: readonly RemindedCompensation[];
  /** How many of those the message told of in all. */
  compensationCount: number;
}

/** As many as one reads on a phone; the rest stands in «📋 Поручения». */
const MAX_REMINDED = 8;

const isOver = ({ state }: RemindedAssignment): number => Number(!isOpenAssignment(state));
const isSamePart = (one: Part, other: Part): boolean =>
  one.level === other.level && one.isPassedOn === other.isPassedOn;
/** What nobody else knows of stands above what took its time. */
const inOrder = (one: Part, other: Part): number =>
  byGravity(one, other) || Number(other.isPassedOn) - Number(one.isPassedOn);

const PERSON = {
  select: { ...PERSON_NAME, id: true, role: true, status: true, unreachableSince: true },
} as const;
const TOLD = {
  id: true,
  historyId: true,
  kind: true,
  state: true,
  dueAt: true,
  note: { select: { text: true, authorId: true } },
  owner: PERSON,
  givenBy: PERSON,
} as const;

const listTold = async (db: Db, messageId: number): Promise<RemindedAssignment[]> => {
  const rows = await db.reminder.findMany({
    where: { messageId, dropped: null },
    select: { level: true, isPassedOn: true, assignment: { select: TOLD } },
  });
  return rows.flatMap(({ level, isPassedOn, assignment }) => {
    if (assignment === null || level === 'undecided') return [];
    const { historyId, note, givenBy, ...row } = assignment;
    const parts = [
      { person: row.owner, why: whyUnheard(row.owner, 'work.own') },
      ...(givenBy.id === row.owner.id
        ? []
        : [{ person: givenBy, why: whyUnheard(givenBy, 'assignments.manage') }]),
    ];
    return {
      ...row,
      level,
      isPassedOn,
      words: note,
      historyId: historyId === null ? null : Number(historyId),
      unheard: parts.flatMap(({ person, why }) => (why === null ? [] : [{ person, why }])),
    };
  });
};

const sectionsOf = (told: readonly RemindedAssignment[]): ReminderSection[] => {
  const sections: ReminderSection[] = [];
  for (const { level, isPassedOn } of told) {
    const known = sections.find((section) => isSamePart(section, { level, isPassedOn }));
    if (known) known.count += 1;
    else sections.push({ level, isPassedOn, count: 1 });
  }
  return sections.toSorted(inOrder);
};

/** What a message reminded its person of; null: it is not his, or gone. */
export const findReminders = async (
  db: Db,
  { messageId, userId }: { messageId: number; userId: number },
): Promise<Reminders | null> => {
  const message = await findNotificationMessage(db, messageId);
  if (message?.userId !== userId) return null;
  const told = await listTold(db, messageId);
  const compensations = await listRemindedCompensations(db, messageId);
  const sorted = told.toSorted(
    (a, b) => isOver(a) - isOver(b) || inOrder(a, b) || a.dueAt.getTime() - b.dueAt.getTime() || a.id - b.id,
  );
  return {
    assignments: sorted.slice(0, MAX_REMINDED),
    sections: sectionsOf(told),
    compensations: compensations.slice(0, MAX_REMINDED),
    compensationCount: compensations.length,
  };
};
