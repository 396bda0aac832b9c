import { deadlineAfter } from './time-left.js';

/** The deadline and the pause of an assignment. */
interface Paused {
  dueAt: Date;
  /** null: it was not paused. */
  pausedUntil: Date | null;
}

/** Whether nothing is expected of anybody now. A pause ends by the clock alone. */
export const isPaused = ({ pausedUntil }: Pick<Paused, 'pausedUntil'>, now: Date): boolean =>
  pausedUntil !== null && pausedUntil > now;

/** Milliseconds that are left for the work itself; negative: it is late. */
const timeLeft = ({ dueAt, pausedUntil }: Paused, now: Date): number => {
  const from = pausedUntil !== null && pausedUntil > now ? pausedUntil : now;
  return dueAt.getTime() - from.getTime();
};

/** The deadline of what rests until `until`: as much time after the pause as was left before it, within bounds. */
export const pausedDeadline = (assignment: Paused, until: Date, now: Date): Date =>
  deadlineAfter(until, timeLeft(assignment, now));

/** The deadline of what goes on now: the time that the pause had left for it. */
export const resumedDeadline = (assignment: Paused, now: Date): Date =>
  new Date(now.getTime() + timeLeft(assignment, now));
