import type { AssignmentReason, assignmentCancel, assignmentFail, PersonMove } from '@perezvon/contracts';
import { refused, type Done, type IntentHandler, type IntentTools, type Refused } from '@perezvon/messaging';
import { refusalOfExplanation } from '../domain/explanation.js';
import { areOwnWords } from '../store/notes.js';
import { beginMove, finishMove, type AllowedMove, type MoveRefusal } from './move.js';

interface Explained {
  assignmentId: number;
  reason: AssignmentReason;
  noteId: number | null;
}

/** `beginMove` for a move that says why. */
export const beginExplainedMove = async (
  move: PersonMove,
  { assignmentId, reason, noteId }: Explained,
  tools: IntentTools,
): Promise<AllowedMove | Refused<MoveRefusal | 'assignment.reason_missing' | 'assignment.words_gone'>> => {
  const begun = await beginMove(move, assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  const refusal = refusalOfExplanation({ reason, noteId });
  if (refusal) return refused(refusal);
  if (!(await areOwnWords(tools.tx, { noteId, authorId: tools.actor.id })))
    return refused('assignment.words_gone');
  return begun;
};

/** The handler of a move that changes nothing but the state, and says why. */
const explainedMove =
  (move: PersonMove) =>
  async (
    { payload }: { payload: Explained },
    tools: IntentTools,
  ): Promise<Done | Refused<MoveRefusal | 'assignment.reason_missing' | 'assignment.words_gone'>> => {
    const begun = await beginExplainedMove(move, payload, tools);
    if (begun.kind === 'refused') return begun;
    return finishMove(begun, { reason: payload.reason, reasonNoteId: payload.noteId }, tools);
  };

export const failAssignment: IntentHandler<typeof assignmentFail> = explainedMove('fail');
export const cancelAssignment: IntentHandler<typeof assignmentCancel> = explainedMove('cancel');
