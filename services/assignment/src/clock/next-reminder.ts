import { isOpenAssignment, pauseEnd, type AssignmentState } from '@perezvon/contracts';

const MINUTE_MS = 60_000;
/** An hour is enough to call somebody back, and not so long that it is forgotten again. */
export const SOON_MS = 60 * MINUTE_MS;

/** What decides when the clock looks at an assignment. */
export interface Deadline {
  state: AssignmentState;
  dueAt: Date;
  /** null, or a moment that has come: it is not paused. */
  pausedUntil: Date | null;
}

/**
 * When the clock has to look at an assignment next, from how it is at `now`, right after whatever changed it. Every
 * write of an assignment stores this in `remind_at`.
 * Before the deadline it is an hour before, or half of the time that is left where that is shorter. After it, it is
 * the deadline itself: the clock looks at once, and sees in the rows what was told and whom to tell next.
 * @returns null: there is nothing to remind of, ever
 */
export const nextReminderAt = ({ state, dueAt, pausedUntil }: Deadline, now: Date): Date | null => {
  if (!isOpenAssignment(state)) return null;
  const rests = pauseEnd({ pausedUntil }, now);
  if (rests !== null) return rests;
  const leftMs = dueAt.getTime() - now.getTime();
  return leftMs <= 0 ? dueAt : new Date(dueAt.getTime() - Math.min(SOON_MS, leftMs / 2));
};
