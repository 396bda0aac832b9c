import type { EventBody } from '@perezvon/contracts';
import type { EventTools } from '@perezvon/messaging';
import {
  forgetAssignmentCall,
  listAnsweredBefore,
  lockAssignments,
  storeAssignmentCalls,
} from '../store/assignment-calls.js';
import { verifyAssignment } from '../verify-assignment.js';
import { canConcernCallback, findMatches, listExplained, type Match } from './find-matches.js';

const assignmentsOf = (matches: readonly Match[]): number[] => [
  ...new Set(matches.map(({ assignmentId }) => assignmentId)),
];

/**
 * Looks which callbacks a call answers: each attempt is noted, and the first talk with the client proves a callback.
 * A call that was known otherwise before (its talk was shorter, its number another) is judged anew; so are the outgoing
 * calls that any call explains by a number which its client names. What is proven stays proven.
 * @returns what to tell of the callbacks that are proven now
 */
export const matchCall = async (
  { historyId, revision }: { historyId: number; revision: number },
  { tx, now }: EventTools,
): Promise<EventBody[]> => {
  const isKnown = revision > 1;
  if (!isKnown && !(await canConcernCallback(tx, historyId))) return [];
  const calls = [...new Set([historyId, ...(await listExplained(tx, historyId))])];
  const before = isKnown ? await listAnsweredBefore(tx, historyId) : [];
  const candidates = [...new Set([...assignmentsOf(await findMatches(tx, calls)), ...before])];
  if (candidates.length === 0) return [];

  // Somebody may have returned or closed one meanwhile: what counts is how they stand under the lock.
  await lockAssignments(tx, candidates);
  const matches = await findMatches(tx, calls);
  await storeAssignmentCalls(tx, matches);
  const answered = new Set(
    matches.filter((match) => match.historyId === historyId).map(({ assignmentId }) => assignmentId),
  );
  await forgetAssignmentCall(
    tx,
    historyId,
    before.filter((id) => !answered.has(id)),
  );

  const events: EventBody[] = [];
  for (const id of assignmentsOf(matches)) {
    const proof = matches.find(({ assignmentId, isProof }) => assignmentId === id && isProof);
    if (proof) events.push(...(await verifyAssignment(id, proof.historyId, { tx, now })));
  }
  return events;
};
