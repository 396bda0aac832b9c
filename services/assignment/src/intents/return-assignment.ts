import type { assignmentReturn } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { hasOpenAssignment } from '../store/assignments.js';
import { lockCall } from '../store/calls.js';
import { beginMove, finishMove } from './move.js';

/** Open again, without the result it claimed, unless another of its kind was opened for the call meanwhile. */
export const returnAssignment: IntentHandler<typeof assignmentReturn> = async ({ payload }, tools) => {
  const begun = await beginMove('return', payload.assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  await lockCall(tools.tx, begun.assignment.historyId);
  if (await hasOpenAssignment(tools.tx, begun.assignment)) return refused('assignment.already_open');
  return finishMove(begun, { result: null }, tools);
};
