import { adminAction, assignmentVerified, type EventBody } from '@perezvon/contracts';
import type { EventTools } from '@perezvon/messaging';
import { beginMove, writeMove } from './intents/move.js';
import { aboutAssignment } from './open-assignment.js';

/** What the log calls it: no person asks for it. */
const ACTION = 'assignment.verify';

/**
 * A later call proves a callback: it is done, whatever its owner has said of it. What is proven stays proven by the
 * first call.
 * @returns what to tell, the log's line among it; none: this callback cannot be proven (any more)
 */
export const verifyAssignment = async (
  assignmentId: number,
  byCall: number,
  { tx, now }: EventTools,
): Promise<EventBody[]> => {
  const begun = await beginMove('verify', assignmentId, { tx, actor: 'system' });
  if (begun.kind === 'refused' || begun.assignment.verifiedByCall !== null) return [];
  const { historyId, state: from } = begun.assignment;
  if (historyId === null) return [];

  const { moved, change } = await writeMove(begun, { verifiedByCall: byCall }, { tx, now });
  const { ownerId, givenById } = moved;
  const { before, after } = change;
  const subject = aboutAssignment(assignmentId, historyId);
  return [
    assignmentVerified.of({ assignmentId, historyId, byCall, from, ownerId, givenById }),
    adminAction.of({ action: ACTION, subject, actorRole: null, before, after }),
  ];
};
