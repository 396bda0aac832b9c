import { pauseEnd, type assignmentPause, type assignmentResume } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { pausedDeadline, resumedDeadline } from '../domain/pause.js';
import { beginExplainedMove } from './explained-moves.js';
import { beginMove, finishMove } from './move.js';

/** Rests until a moment; the deadline moves along, so that the work keeps its time. */
export const pauseAssignment: IntentHandler<typeof assignmentPause> = async ({ payload }, tools) => {
  const begun = await beginExplainedMove('pause', payload, tools);
  if (begun.kind === 'refused') return begun;
  const [pausedUntil, now] = [new Date(payload.until), tools.now()];
  if (pausedUntil <= now) return refused('assignment.pause_in_past');
  const dueAt = pausedDeadline(begun.assignment, pausedUntil, now);
  const { reason, noteId: reasonNoteId } = payload;
  return finishMove(begun, { pausedUntil, dueAt, reason, reasonNoteId }, tools);
};

/** Goes on before the pause is over. */
export const resumeAssignment: IntentHandler<typeof assignmentResume> = async ({ payload }, tools) => {
  const begun = await beginMove('resume', payload.assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  const now = tools.now();
  if (pauseEnd(begun.assignment, now) === null) return refused('assignment.not_paused');
  const dueAt = resumedDeadline(begun.assignment, now);
  return finishMove(begun, { pausedUntil: null, dueAt, reason: null, reasonNoteId: null }, tools);
};
