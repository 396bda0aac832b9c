import { AssignmentReason, RecordState } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import type { WrittenWords } from '../../text/visible-words.js';
import { PERSON_NAME } from '../people/person-name.js';
import { listWaitingActions, type ActedOn, type RecordedAction } from './waiting-actions.js';

/** One line of an assignment's story. */
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

const listLoggedActions = async (db: Db, subjects: readonly ActedOn[]): Promise<RecordedAction[]> =>
  db.adminActionLog.findMany({
    where: {
      outcome: 'done',
      OR: subjects.map(({ kind, id, actions }) => ({
        subjectKind: kind,
        subjectId: id,
        ...(actions !== null && { action: { in: [...actions] } }),
      })),
    },
    // By the moment it happened: messages of one moment may reach the log in another order.
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: MAX_STEPS,
    select: { messageId: true, at: true, action: true, actorId: true, after: true },
  });

/** The newest actions, the newest last: whoever has just tapped finds his own also while the log is behind. */
const listNewestActions = async (db: Db, subjects: readonly ActedOn[]): Promise<RecordedAction[]> => {
  // In this order: an action that goes over meanwhile is found twice, never missed.
  const waiting = await listWaitingActions(db, subjects);
  const logged = await listLoggedActions(db, subjects);
  const known = new Set(logged.map(({ messageId }) => messageId));
  return [...logged.toReversed(), ...waiting.filter(({ messageId }) => !known.has(messageId))]
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .slice(-MAX_STEPS);
};

/** Names the people and quotes the notes that the steps speak of. */
const toSteps = async (db: Db, actions: readonly RecordedAction[]): Promise<AssignmentStep[]> => {
  const steps = actions.map(({ at, action, actorId, after }) => ({
    at,
    action,
    actorId,
    ...readRecord(after),
  }));
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

/**
 * The newest steps of an assignment, the newest last.
 * @param compensationId what is to be paid: how it came to that belongs to the story; null: it is no payment
 */
export const findSteps = async (
  db: Db,
  assignmentId: number,
  compensationId: number | null,
): Promise<AssignmentStep[]> => {
  const ofAssignment: ActedOn = { kind: 'assignment', id: String(assignmentId), actions: null };
  const ofPayment: ActedOn = { kind: 'compensation', id: String(compensationId), actions: PAYMENT_STEPS };
  return toSteps(
    db,
    await listNewestActions(db, compensationId === null ? [ofAssignment] : [ofAssignment, ofPayment]),
  );
};
