import type { AssignmentReason } from '@perezvon/contracts';

/** Why an explanation is none; null: it is one. Of `other` only the words say anything. */
export const refusalOfExplanation = ({
  reason,
  noteId,
}: {
  reason: AssignmentReason;
  noteId: number | null;
}): 'assignment.reason_missing' | null =>
  reason === 'other' && noteId === null ? 'assignment.reason_missing' : null;
