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
import { takeProofBack } from './take-back.js';

const assignmentsOf = (matches: readonly Match[]): number[] => [
  ...new Set(matches.map(({ assignmentId }) => assignmentId)),
];

/** Each callback is proven by its first talk. */
const prove = async (matches: readonly Match[], tools: EventTools): Promise<EventBody[]> => {
  const events: EventBody[] = [];
  for (const id of assignmentsOf(matches)) {
    const proof = matches.find(({ assignmentId, isProof }) => assignmentId === id && isProof);
    if (proof) events.push(...(await verifyAssignment(id, proof.historyId, tools)));
  }
  return events;
};

interface Rejudged {
  /** A call that was known otherwise before. */
  historyId: number;
  /** The callbacks that it answered as it was known then. */
  before: readonly number[];
  /** As everything is known now. */
  matches: readonly Match[];
}

/** What the call proved before and proves no more. */
const takeProofsBack = async (
  { historyId, before, matches }: Rejudged,
  tools: EventTools,
): Promise<EventBody[]> => {
  const proven = matches.filter((match) => match.historyId === historyId && match.isProof);
  const events: EventBody[] = [];
  for (const id of before)
    if (!proven.some(({ assignmentId }) => assignmentId === id))
      events.push(...(await takeProofBack(id, historyId, tools)));
  return events;
};

/**
 * Looks which callbacks a call answers: each attempt is noted, and the first talk with the client proves a callback.
 * A call that was known otherwise before (its talk was shorter, its number another) is judged anew; so are the outgoing
 * calls that any call explains by a number which its client names. What is proven stays proven by the first talk, unless
 * that turns out to be none.
 * @returns what to tell of the callbacks that are proven now, or no more
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

  return [
    ...(await takeProofsBack({ historyId, before, matches }, { tx, now })),
    ...(await prove(matches, { tx, now })),
  ];
};
