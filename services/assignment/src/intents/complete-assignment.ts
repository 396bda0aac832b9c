import type { assignmentComplete } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { beginMove, finishMove } from './move.js';

/** Only a callback has a result, and it has to say it. */
export const completeAssignment: IntentHandler<typeof assignmentComplete> = async ({ payload }, tools) => {
  const begun = await beginMove('complete', payload.assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  if (begun.assignment.kind !== 'callback') return finishMove(begun, {}, tools);
  if (payload.result === null) return refused('assignment.result_missing');
  return finishMove(begun, { result: payload.result }, tools);
};
