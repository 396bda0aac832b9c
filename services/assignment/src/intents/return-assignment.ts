import type { assignmentReturn } from '@perezvon/contracts';
import { refused, type IntentHandler } from '@perezvon/messaging';
import { findOpenAssignment } from '../store/assignments.js';
import { lockCall } from '../store/calls.js';
import { aboutAssignment } from '../open-assignment.js';
import { beginMove, finishMove } from './move.js';

/** What it claimed, and what was said to have proved or prevented it. */
const NOTHING_CLAIMED = { result: null, reason: null, reasonNoteId: null, verifiedByCall: null } as const;

/** Open again, unless another of its kind was opened for the call meanwhile. */
export const returnAssignment: IntentHandler<typeof assignmentReturn> = async ({ payload }, tools) => {
  const begun = await beginMove('return', payload.assignmentId, tools);
  if (begun.kind === 'refused') return begun;
  const { historyId, kind } = begun.assignment;
  if (historyId !== null) {
    await lockCall(tools.tx, historyId);
    const holder = await findOpenAssignment(tools.tx, { historyId, kind });
    if (holder !== null) return refused('assignment.already_open', aboutAssignment(holder, historyId));
  }
  return finishMove(begun, NOTHING_CLAIMED, tools);
};
