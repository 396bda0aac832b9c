import type { RecordState } from '@perezvon/contracts';
import type { Assignment } from '../store/assignments.js';

type Recorded = Pick<Assignment, 'state' | 'ownerId' | 'dueAt'> &
  Partial<Pick<Assignment, 'result' | 'reason' | 'reasonNoteId' | 'pausedUntil' | 'verifiedByCall'>>;

/** What the log keeps of an assignment; what it has none of is left out. */
export const stateOf = (assignment: Recorded): RecordState => {
  const { state, ownerId, dueAt, result, reason, reasonNoteId, pausedUntil, verifiedByCall } = assignment;
  return {
    state,
    ownerId,
    dueAt: dueAt.toISOString(),
    result: result ?? null,
    ...(reason && { assignmentReason: reason }),
    ...(reasonNoteId && { noteId: reasonNoteId }),
    ...(pausedUntil && { pausedUntil: pausedUntil.toISOString() }),
    ...(verifiedByCall && { verifiedByCall }),
  };
};
