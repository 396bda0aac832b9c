import type { assignmentExtend } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { refusalOfExtension } from '../domain/deadline.js';
import { beginExplainedMove } from './explained-moves.js';
import { finishMove } from './move.js';

/** A later deadline; the state stays. */
export const extendAssignment: IntentHandler<typeof assignmentExtend> = async ({ payload }, tools) => {
  const begun = await beginExplainedMove('extend', payload, tools);
  if (begun.kind === 'refused') return begun;
  const dueAt = new Date(payload.dueAt);
  const refusal = refusalOfExtension(dueAt, { current: begun.assignment.dueAt, now: tools.now() });
  if (refusal) return refused(refusal);
  return finishMove(begun, { dueAt, reason: payload.reason, reasonNoteId: payload.noteId }, tools);
};
