import { adminAction, assignmentUnverified, type EventBody } from '@perezvon/contracts';
import type { EventTools } from '@perezvon/messaging';
import { beginMove, writeMove } from './intents/move.js';
import { aboutAssignment } from './open-assignment.js';

/** What the log calls it: no person asks for it. */
const ACTION = 'assignment.unverify';

/** A proof that was taken back. */
export interface TakenBack {
  /** The line of the log. */
  logged: EventBody;
  /** What to tell, unless another call proves it. */
  told: EventBody;
}

/**
 * The call that proved a callback proves it no more. The callback stays done: what has come of it, whoever gave it finds
 * out, and sends it back if he has to.
 * @returns null: this call does not prove it
 */
export const unverifyAssignment = async (
  assignmentId: number,
  byCall: number,
  { tx, now }: EventTools,
): Promise<TakenBack | null> => {
  const begun = await beginMove('unverify', assignmentId, { tx, actor: 'system' });
  if (begun.kind === 'refused' || begun.assignment.verifiedByCall !== byCall) return null;
  const { historyId } = begun.assignment;
  if (historyId === null) return null;

  const { moved, change } = await writeMove(begun, { verifiedByCall: null }, { tx, now });
  const { ownerId, givenById } = moved;
  const { before, after } = change;
  const subject = aboutAssignment(assignmentId, historyId);
  return {
    logged: adminAction.of({ action: ACTION, subject, actorRole: null, before, after }),
    told: assignmentUnverified.of({ assignmentId, historyId, byCall, ownerId, givenById }),
  };
};
