const HOUR_MS = 3_600_000;

/** Nobody comes back to a deadline that has passed: at least so much time is left. */
const MIN_LEFT_MS = HOUR_MS;
/** What was sent back was done once already: nobody has a month for it again. */
const MAX_AGAIN_MS = 24 * HOUR_MS;

/** The deadline of work that goes on at `from` with `leftMs` for it, or with the least that makes sense. */
export const deadlineAfter = (from: Date, leftMs: number): Date =>
  new Date(from.getTime() + Math.max(leftMs, MIN_LEFT_MS));

/** The deadline of work that is to be done again from `from` on, where `givenMs` were given for it before. */
export const deadlineAgain = (from: Date, givenMs: number): Date =>
  deadlineAfter(from, Math.min(givenMs, MAX_AGAIN_MS));
