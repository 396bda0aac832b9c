import { pauseEnd } from '@perezvon/contracts';
import { deadlineAfter } from './time-left.js';

/** The deadline and the pause of an assignment. */
interface Paused {
  dueAt: Date;
  /** null: it was not paused. */
  pausedUntil: Date | null;
}

/** Milliseconds that are left for the work itself; negative: it is late. */
const timeLeft = (assignment: Paused, now: Date): number =>
  assignment.dueAt.getTime() - (pauseEnd(assignment, now) ?? now).getTime();

/** The deadline of what rests until `until`: as much time after the pause as was left before it, an hour at least. */
export const pausedDeadline = (assignment: Paused, until: Date, now: Date): Date =>
  deadlineAfter(until, timeLeft(assignment, now));

/** The deadline of what goes on now: the time that the pause had left for it. */
export const resumedDeadline = (assignment: Paused, now: Date): Date =>
  new Date(now.getTime() + timeLeft(assignment, now));
