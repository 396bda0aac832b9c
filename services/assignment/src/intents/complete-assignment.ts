import type { assignmentComplete } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { refusalOfResult } from '../domain/result.js';
import { beginMove, finishMove } from './move.js';

/** Done on its owner's word; a kind that has results says which. */
export const completeAssignment: IntentHandler<typeof assignmentComplete> = async (
  { payload: { assignmentId, result } },
  tools,
) => {
  const begun = await beginMove('complete', assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  const refusal = refusalOfResult(begun.assignment.kind, result);
  return refusal ? refused(refusal) : finishMove(begun, { result }, tools);
};
