import type { assignmentCreate } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { refusalOfDeadline } from '../domain/deadline.js';
import { openAssignment } from '../open-assignment.js';
import { areOwnWords } from '../store/notes.js';
import { canHoldWork } from '../store/people.js';

/** Opens at most one assignment per call and kind; who comes second is pointed at the first. */
export const createAssignment: IntentHandler<typeof assignmentCreate> = async (
  { payload },
  { tx, actor, now },
) => {
  const dueAt = new Date(payload.dueAt);
  const refusal = refusalOfDeadline(dueAt, now());
  if (refusal) return refused(refusal);
  if (!(await canHoldWork(tx, payload.ownerId))) return refused('assignment.owner_not_available');
  if (!(await areOwnWords(tx, { noteId: payload.noteId, authorId: actor.id })))
    return refused('assignment.words_gone');

  const opened = await openAssignment(tx, { ...payload, givenById: actor.id, dueAt }, now());
  if (opened.kind === 'no_call') return refused('assignment.call_not_found');
  if (opened.kind === 'already_open') return refused('assignment.already_open', opened.holder);
  const { event, after, subject } = opened;
  return done(event, { before: null, after, subject });
};
