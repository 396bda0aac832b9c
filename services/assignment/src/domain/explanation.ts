import type { AssignmentReason } from '@perezvon/contracts';

interface Explanation<Reason> {
  reason: Reason;
  /** The person's own words; null: none. */
  noteId: number | null;
}

/** Whether a reason says nothing: of `other` only the words do. */
export const saysNothing = ({ reason, noteId }: Explanation<string>): boolean =>
  reason === 'other' && noteId === null;

/** Why an explanation of a move is none; null: it is one. */
export const refusalOfExplanation = (
  explanation: Explanation<AssignmentReason>,
): 'assignment.reason_missing' | null => (saysNothing(explanation) ? 'assignment.reason_missing' : null);
