import type { assignmentExtend } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { refusalOfExtension } from '../domain/deadline.js';
import { beginMove, finishMove } from './move.js';

/** A later deadline; the state stays. */
export const extendAssignment: IntentHandler<typeof assignmentExtend> = async ({ payload }, tools) => {
  const begun = await beginMove('extend', payload.assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  const dueAt = new Date(payload.dueAt);
  const refusal = refusalOfExtension(dueAt, { current: begun.assignment.dueAt, now: tools.now() });
  return refusal ? refused(refusal) : finishMove(begun, { dueAt }, tools);
};
