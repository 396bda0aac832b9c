import type { AssignmentKind } from '@perezvon/contracts';

/** What is known of somebody who could do the work. */
export interface OwnerFacts {
  /** Assignments that wait for him now. */
  openCount: number;
  /** He took the call in question. */
  tookTheCall: boolean;
  /** He has talked to this client lately: in that call or in another one. */
  knowsTheClient: boolean;
  /** He has taken a call today: he is at work. */
  isAtWork: boolean;
}

/** Why somebody is suggested, in the order it is said. */
const OWNER_REASONS = ['took', 'knows', 'at-work', 'free'] as const;
export type OwnerReason = (typeof OWNER_REASONS)[number];

/** A client who hears a known voice is worth waiting for, but not behind a heap of other work. */
const KNOWS_WORTH = 3;
/** Somebody who is not there today begins tomorrow: a heap of the same height as a stranger's. */
const AWAY_COSTS = 3;

/** Kinds that are about how somebody talked: only he can do them. */
const ABOUT_WHO_TALKED: readonly AssignmentKind[] = ['review', 'training'];

/** In assignments: how far back somebody stands in the queue of those who could do it. */
const costOf = ({ openCount, knowsTheClient, isAtWork }: OwnerFacts): number =>
  openCount - (knowsTheClient ? KNOWS_WORTH : 0) + (isAtWork ? 0 : AWAY_COSTS);

const isTheOne = (kind: AssignmentKind, { tookTheCall }: OwnerFacts): boolean =>
  tookTheCall && ABOUT_WHO_TALKED.includes(kind);

/**
 * Who could do the work, the best first: who took the call where it is about how he talked; otherwise whoever has the
 * least to do, a voice that the client knows and somebody who is at work today before others. Equals keep their order.
 */
export const rankOwners = <Person extends OwnerFacts>(
  people: readonly Person[],
  kind: AssignmentKind,
): Person[] =>
  people.toSorted((a, b) => Number(isTheOne(kind, b)) - Number(isTheOne(kind, a)) || costOf(a) - costOf(b));

const reasonsOf = (best: OwnerFacts, others: readonly OwnerFacts[]): OwnerReason[] => {
  const { tookTheCall, knowsTheClient, isAtWork, openCount } = best;
  const holds = {
    took: tookTheCall,
    knows: knowsTheClient && !tookTheCall,
    'at-work': isAtWork,
    free: others.every((other) => openCount < other.openCount),
  };
  return OWNER_REASONS.filter((reason) => holds[reason]);
};

/**
 * Whether the first of a ranked list is worth suggesting, and why.
 * @returns null: nothing sets him apart from the second
 */
export const suggestOwner = <Person extends OwnerFacts>(
  ranked: readonly Person[],
  kind: AssignmentKind,
): { person: Person; reasons: OwnerReason[] } | null => {
  const [best, ...others] = ranked;
  const [second] = others;
  if (!best || !second) return null;
  const isApart = isTheOne(kind, best) || costOf(best) < costOf(second);
  const reasons = reasonsOf(best, others);
  return isApart && reasons.length > 0 ? { person: best, reasons } : null;
};
