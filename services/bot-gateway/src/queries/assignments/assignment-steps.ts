import { AssignmentReason, RecordState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import type { WrittenWords } from '../../text/visible-words.js';
import { PERSON_NAME } from '../people/person-name.js';

/** One line of an assignment's story, from the log. */
export interface AssignmentStep {
  at: Date;
  /** The intent's type: `assignment.create` … */
  action: string;
  /** null: the system, or somebody not known. */
  actor: PersonName | null;
  /** The deadline after a step that may change it; null: not noted. */
  dueAt: Date | null;
  /** Until when work rests after the step; null: it does not. */
  pausedUntil: Date | null;
  /** The owner after the step; null: not noted. */
  owner: PersonName | null;
  /** Why; null: it needs no reason. */
  reason: AssignmentReason | null;
  /** Why, in the person's own words; null: the reason says it. */
  words: WrittenWords | null;
  /** The call that proves it; null: none does. */
  byCall: number | null;
}

/** What fits a phone; the journal shows the rest. */
const MAX_STEPS = 6;

const momentOf = (value: RecordState[string] | undefined): Date | null =>
  typeof value === 'string' ? new Date(value) : null;
const numberOf = (value: RecordState[string] | undefined): number | null =>
  typeof value === 'number' ? value : null;

/** What the log keeps of an assignment after a step. */
const readRecord = (after: unknown) => {
  const record = RecordState.safeParse(after).data ?? {};
  return {
    dueAt: momentOf(record['dueAt']),
    pausedUntil: momentOf(record['pausedUntil']),
    ownerId: numberOf(record['ownerId']),
    noteId: numberOf(record['noteId']),
    byCall: numberOf(record['verifiedByCall']),
    reason: AssignmentReason.safeParse(record['assignmentReason']).data ?? null,
  };
};

const known = (ids: readonly (number | null)[]): number[] => ids.filter((id) => id !== null);

/** A payment was asked for and allowed before it was anybody's work. */
const PAYMENT_STEPS = ['compensation.propose', 'compensation.approve'];

/**
 * The newest steps of an assignment, the newest last.
 * @param compensationId what is to be paid: how it came to that belongs to the story; null: it is no payment
 */
export const findSteps = async (
  db: Db,
  assignmentId: number,
  compensationId: number | null,
): Promise<AssignmentStep[]> => {
  const ofAssignment = { subjectKind: 'assignment', subjectId: String(assignmentId) };
  const ofPayment = {
    subjectKind: 'compensation',
    subjectId: String(compensationId),
    action: { in: PAYMENT_STEPS },
  };
  const entries = await db.adminActionLog.findMany({
    where: {
      outcome: 'done',
      OR: compensationId === null ? [ofAssignment] : [ofAssignment, ofPayment],
    },
    // By the moment it happened: messages of one moment may reach the log in another order.
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: MAX_STEPS,
    select: { at: true, action: true, actorId: true, after: true },
  });
  const steps = entries.toReversed().map(({ after, ...entry }) => ({ ...entry, ...readRecord(after) }));
  const [people, notes] = await Promise.all([
    db.user.findMany({
      where: { id: { in: known(steps.flatMap(({ actorId, ownerId }) => [actorId, ownerId])) } },
      select: { id: true, ...PERSON_NAME },
    }),
    db.note.findMany({
      where: { id: { in: known(steps.map(({ noteId }) => noteId)) } },
      select: { id: true, text: true, authorId: true },
    }),
  ]);
  const nameOf = (id: number | null): PersonName | null => people.find((person) => person.id === id) ?? null;
  return steps.map(({ actorId, ownerId, noteId, ...step }) => ({
    ...step,
    actor: nameOf(actorId),
    owner: nameOf(ownerId),
    words: notes.find(({ id }) => id === noteId) ?? null,
  }));
};
