import { z } from 'zod';

/** What an operator says is wrong with a score of his own call; `other`: he says it in his own words, or not at all. */
export const DISPUTE_REASONS = ['misheard', 'other_speaker', 'other_meaning', 'resolved', 'other'] as const;
export const DisputeReason = z.enum(DISPUTE_REASONS);
export type DisputeReason = z.infer<typeof DisputeReason>;

/** `upheld`: the operator is right, a false alarm. `rejected`: the score stands. */
const DISPUTE_OUTCOMES = ['upheld', 'rejected'] as const;
export const DisputeOutcome = z.enum(DISPUTE_OUTCOMES);
export type DisputeOutcome = z.infer<typeof DisputeOutcome>;

const DISPUTE_STATES = ['open', ...DISPUTE_OUTCOMES] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** A score can be disputed for so long after it was made: while everybody remembers the call. */
export const DISPUTE_WINDOW_MS = 48 * 60 * 60 * 1_000;
