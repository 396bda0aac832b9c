import {
  isOpenAssignment,
  type AssignmentKind,
  type AssignmentState,
  type ReminderLevel,
  type Role,
  type UserStatus,
} from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { byGravity, whyUnheard, type Unheard } from '../../notifications/remindable.js';
import type { PersonName } from '../../people/person.js';
import { findNotificationMessage } from '../../store/notification-messages.js';
import type { WrittenWords } from '../../text/visible-words.js';
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

/** Somebody as he is joined here, as JSON: what makes him hear of it, and his name. */
type Joined = PersonName & { role: Role | null; status: UserStatus; unreachableSince: string | null };

interface ToldRow extends Omit<RemindedAssignment, 'historyId' | 'owner' | 'words' | 'unheard'> {
  historyId: bigint | null;
  text: string | null;
  authorId: number | null;
  owner: Joined;
  /** null: it is the owner himself. */
  giver: Joined | null;
}

/** A row of `users`, as `Joined`. */
const joined = (user: Prisma.Sql): Prisma.Sql => Prisma.sql`json_build_object(
  'firstName', ${user}.first_name, 'lastName', ${user}.last_name, 'role', ${user}.role, 'status', ${user}.status,
  'unreachableSince', ${user}.unreachable_since)`;

/** Who of an assignment's people cannot be told of it. */
const unheardOf = ({ owner, giver }: Pick<ToldRow, 'owner' | 'giver'>): RemindedAssignment['unheard'] =>
  [
    { person: owner, why: whyUnheard(owner, 'work.own') },
    ...(giver === null ? [] : [{ person: giver, why: whyUnheard(giver, 'assignments.manage') }]),
  ].flatMap(({ person, why }) => (why === null ? [] : [{ person, why }]));

const listTold = async (db: Db, messageId: number): Promise<RemindedAssignment[]> => {
  const rows = await db.$queryRaw<ToldRow[]>`
    SELECT r.level::text AS level, r.is_passed_on AS "isPassedOn", a.id, a.history_id AS "historyId",
      a.kind::text AS kind, a.state::text AS state, a.due_at AS "dueAt", n.text, n.author_id AS "authorId",
      ${joined(Prisma.sql`o`)} AS owner, CASE WHEN g.id <> o.id THEN ${joined(Prisma.sql`g`)} END AS giver
    FROM reminders AS r JOIN assignments AS a ON a.id = r.assignment_id
      JOIN users AS o ON o.id = a.owner_id JOIN users AS g ON g.id = a.given_by_id
      LEFT JOIN notes AS n ON n.id = a.note_id
    WHERE r.message_id = ${messageId} AND r.dropped IS NULL`;
  return rows.map(({ historyId, text, authorId, giver, ...row }) => ({
    ...row,
    unheard: unheardOf({ owner: row.owner, giver }),
    words: text === null || authorId === null ? null : { text, authorId },
    historyId: historyId === null ? null : Number(historyId),
  }));
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
