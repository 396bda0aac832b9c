import type { EventBody } from '@perezvon/contracts';
import type { EventTools } from '@perezvon/messaging';
import { listOtherProofs } from '../store/assignment-calls.js';
import { unverifyAssignment } from '../unverify-assignment.js';
import { verifyAssignment } from '../verify-assignment.js';
import { findMatches } from './find-matches.js';

/** Another talk that proves the callback as everything is known now, the first one; null: there is none. */
const findOtherProof = async (
  assignmentId: number,
  historyId: number,
  { tx }: EventTools,
): Promise<number | null> => {
  const others = await listOtherProofs(tx, assignmentId, historyId);
  if (others.length === 0) return null;
  const matches = await findMatches(tx, others);
  return matches.find((match) => match.assignmentId === assignmentId && match.isProof)?.historyId ?? null;
};

/**
 * Takes the proof of a callback back that a call gave and gives no more; another talk with the client takes its place.
 * The callback has to be locked, and the calls that answer it stored as they are known now.
 * @returns what to tell; none: this call did not prove it
 */
export const takeProofBack = async (
  assignmentId: number,
  historyId: number,
  tools: EventTools,
): Promise<EventBody[]> => {
  const takenBack = await unverifyAssignment(assignmentId, historyId, tools);
  if (takenBack === null) return [];
  const other = await findOtherProof(assignmentId, historyId, tools);
  const proven = other === null ? [] : await verifyAssignment(assignmentId, other, tools);
  return [takenBack.logged, ...(proven.length > 0 ? proven : [takenBack.told])];
};
