import {
  assignmentCreated,
  type EventBody,
  type RecordState,
  type Subject,
  type TrainingWish,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { stateOf } from './domain/record.js';
import { linkPromise } from './promises/store.js';
import { findOpenAssignment, insertOpenAssignment, type NewAssignment } from './store/assignments.js';
import { findListOf } from './store/call-lists.js';
import { lockCall } from './store/calls.js';
import { findOpenTraining, insertTraining, type MeasuredBy } from './store/trainings.js';

/** What an assignment is opened from; its list is found here. */
export type Opening = Omit<NewAssignment, 'list'> & { training: TrainingWish | null };

/** A new assignment: what to tell, and what the log keeps. */
interface Opened {
  kind: 'opened';
  id: number;
  event: EventBody;
  subject: Subject;
  after: RecordState;
}

/** Why nothing was opened; `holder`: the assignment that somebody has already. */
type NotOpened = { kind: 'no_call' } | { kind: 'already_open'; holder: Subject };

/** What a line of the log, or a refusal, about an assignment is filed under. */
export const aboutAssignment = (id: number, historyId: number | null): Subject => ({
  kind: 'assignment',
  id: String(id),
  ...(historyId !== null && { historyId }),
});

/** Locks what an assignment is, or would be, about. @returns null: nothing stands in the way of its being open */
export const findObstacle = async (
  tx: Tx,
  { historyId, kind, training }: Pick<Opening, 'historyId' | 'kind'> & { training: MeasuredBy | null },
): Promise<NotOpened | null> => {
  if (historyId !== null) {
    if (!(await lockCall(tx, historyId))) return { kind: 'no_call' };
    const holder = await findOpenAssignment(tx, { historyId, kind });
    if (holder !== null) return { kind: 'already_open', holder: aboutAssignment(holder, historyId) };
  }
  const holder = training && (await findOpenTraining(tx, training));
  return holder === null ? null : { kind: 'already_open', holder: aboutAssignment(holder, null) };
};

/**
 * Opens an assignment: at most one of its kind is open for a call, and one training for an operator and a metric. Who
 * asks has checked the owner, the deadline and the words; an approved compensation is opened by this, too.
 */
export const openAssignment = async (tx: Tx, opening: Opening, now: Date): Promise<Opened | NotOpened> => {
  const obstacle = await findObstacle(tx, opening);
  if (obstacle) return obstacle;

  const { training, ...wish } = opening;
  const { historyId, kind, ownerId, givenById, dueAt, noteId, channel } = wish;
  const list = historyId === null ? null : await findListOf(tx, historyId);
  const id = await insertOpenAssignment(tx, { ...wish, list }, now);
  if (kind === 'callback' && historyId !== null) await linkPromise(tx, historyId, id);
  if (training) await insertTraining(tx, id, training);
  return {
    kind: 'opened',
    id,
    event: assignmentCreated.of({ assignmentId: id, historyId, ownerId, givenById }),
    subject: aboutAssignment(id, historyId),
    after: {
      ...stateOf({ state: 'open', ownerId, dueAt }),
      kind,
      ...(noteId !== null && { noteId }),
      ...(channel !== null && { channel }),
      ...(training && { operatorCode: training.operator, metric: training.metric }),
    },
  };
};
