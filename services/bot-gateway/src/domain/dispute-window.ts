import { DISPUTE_WINDOW_MS } from '@perezvon/contracts';

/** Until when a score that was made at this moment can be disputed; the service looks again. */
export const disputableUntil = (scoredAt: Date): Date => new Date(scoredAt.getTime() + DISPUTE_WINDOW_MS);
