import { adminAction, assignmentBatchCreated, type assignmentCreateMany } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { refusalOfDeadline } from '../domain/deadline.js';
import { openAssignment } from '../open-assignment.js';
import { canHoldWork } from '../store/people.js';
import { insertGivenReminders } from '../store/reminders.js';

/**
 * Gives those of many calls that nobody has yet. Each has its own line in the log; their owner is told once, by the
 * clock's messages. Calls are locked in one order, whatever order they were chosen in: two batches never wait for
 * each other.
 */
export const createAssignments: IntentHandler<typeof assignmentCreateMany> = async (
  { payload: { historyIds, kind, ownerId, dueAt: dueAtText } },
  { tx, actor, now },
) => {
  const dueAt = new Date(dueAtText);
  const refusal = refusalOfDeadline(dueAt, now());
  if (refusal) return refused(refusal);
  if (!(await canHoldWork(tx, ownerId))) return refused('assignment.owner_not_available');

  const wish = { kind, ownerId, givenById: actor.id, dueAt, noteId: null, channel: null, training: null };
  const results = [];
  for (const historyId of historyIds.toSorted((one, other) => one - other))
    results.push(await openAssignment(tx, { ...wish, historyId }, now()));
  const opened = results.filter((result) => result.kind === 'opened');
  const taken = results.filter((result) => result.kind === 'already_open').length;
  if (opened.length === 0) return refused(taken > 0 ? 'assignment.all_taken' : 'assignment.call_not_found');

  const assignmentIds = opened.map(({ id }) => id);
  if (ownerId !== actor.id)
    await insertGivenReminders(tx, { assignmentIds, userId: ownerId, dueAt, now: now() });
  const lines = opened.map(({ subject, after }) =>
    adminAction.of({ action: 'assignment.create', subject, actorRole: actor.role, before: null, after }),
  );
  return done([assignmentBatchCreated.of({ assignmentIds, taken, ownerId, givenById: actor.id }), ...lines], {
    before: null,
    after: { kind, ownerId, dueAt: dueAt.toISOString(), givenCalls: opened.length, takenCalls: taken },
  });
};
