import { OUTCOMES, type Direction, type Outcome } from './call.js';

/**
 * Outcomes as people are told them. The engine says «missed» of every call without a talk that it could read; people
 * take it for a client whom nobody answered.
 */
export const TOLD_OUTCOMES = [...OUTCOMES, 'not_reached', 'no_transcript'] as const;
export type ToldOutcome = (typeof TOLD_OUTCOMES)[number];

interface Told {
  outcome: Outcome;
  direction: Direction;
  /** Whether there was nothing to read: the transcript has not come. */
  isUnread: boolean;
}

/** What came of a call, in words that are true of it: only an incoming call that nobody answered was missed. */
export const toldOutcome = ({ outcome, direction, isUnread }: Told): ToldOutcome => {
  if (outcome !== 'missed') return outcome;
  if (isUnread) return 'no_transcript';
  return direction === 'outbound' ? 'not_reached' : 'missed';
};
