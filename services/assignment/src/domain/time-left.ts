const HOUR_MS = 3_600_000;

/** Nobody comes back to a deadline that has passed: at least so much time is left. */
const MIN_LEFT_MS = HOUR_MS;
/** And at most so much: neither a pause nor a return is a way to a deadline next month. */
const MAX_LEFT_MS = 24 * HOUR_MS;

/** The deadline of work that goes on at `from` with `leftMs` for it, within bounds. */
export const deadlineAfter = (from: Date, leftMs: number): Date =>
  new Date(from.getTime() + Math.min(Math.max(leftMs, MIN_LEFT_MS), MAX_LEFT_MS));
