import {
  isOpenAssignment,
  type AssignmentKind,
  type AssignmentState,
  type ReminderLevel,
} from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { byGravity } from '../../notifications/remindable.js';
import type { PersonName } from '../../people/person.js';
import { findNotificationMessage } from '../../store/notification-messages.js';
import type { WrittenWords } from '../../text/visible-words.js';

/** One assignment that a message told of, as it stands now. */
export interface RemindedAssignment {
  level: ReminderLevel;
  id: number;
  /** null: it is not about a call. */
  historyId: number | null;
  /** What is to be done, in the giver's words; null: the kind says it. */
  words: WrittenWords | null;
  kind: AssignmentKind;
  state: AssignmentState;
  dueAt: Date;
  owner: PersonName;
}

export interface Reminders {
  /** The gravest and then the earliest first, at most `MAX_REMINDED`; what is over stands last. */
  assignments: readonly RemindedAssignment[];
  /** How many the message told of in all, by level. */
  totals: ReadonlyMap<ReminderLevel, number>;
}

/** As many as one reads on a phone; the rest stands in «📋 Поручения». */
const MAX_REMINDED = 8;

const isOver = ({ state }: RemindedAssignment): number => Number(!isOpenAssignment(state));

interface ToldRow extends Omit<RemindedAssignment, 'historyId' | 'owner' | 'words'>, PersonName {
  historyId: bigint | null;
  text: string | null;
  authorId: number | null;
}

const listTold = async (db: Db, messageId: number): Promise<RemindedAssignment[]> => {
  const rows = await db.$queryRaw<ToldRow[]>`
    SELECT r.level::text AS level, a.id, a.history_id AS "historyId", a.kind::text AS kind, a.state::text AS state,
      a.due_at AS "dueAt", u.first_name AS "firstName", u.last_name AS "lastName", n.text, n.author_id AS "authorId"
    FROM reminders AS r JOIN assignments AS a ON a.id = r.assignment_id JOIN users AS u ON u.id = a.owner_id
      LEFT JOIN notes AS n ON n.id = a.note_id
    WHERE r.message_id = ${messageId} AND r.dropped IS NULL`;
  return rows.map(({ historyId, firstName, lastName, text, authorId, ...row }) => ({
    ...row,
    words: text === null || authorId === null ? null : { text, authorId },
    historyId: historyId === null ? null : Number(historyId),
    owner: { firstName, lastName },
  }));
};

/** The assignments that a message reminded its person of; null: it is not his, or gone. */
export const findReminders = async (
  db: Db,
  { messageId, userId }: { messageId: number; userId: number },
): Promise<Reminders | null> => {
  const message = await findNotificationMessage(db, messageId);
  if (message?.userId !== userId) return null;
  const told = await listTold(db, messageId);
  const totals = new Map<ReminderLevel, number>();
  for (const { level } of told) totals.set(level, (totals.get(level) ?? 0) + 1);
  const sorted = told.toSorted(
    (a, b) =>
      isOver(a) - isOver(b) || byGravity(a, b) || a.dueAt.getTime() - b.dueAt.getTime() || a.id - b.id,
  );
  return { assignments: sorted.slice(0, MAX_REMINDED), totals };
};
