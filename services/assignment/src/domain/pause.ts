const HOUR_MS = 3_600_000;

/** A pause leaves at least so much time after it, however late it was: nobody wakes to a deadline that has passed. */
const MIN_LEFT_MS = HOUR_MS;
/** And at most so much: a pause is no way to a deadline next month. */
const MAX_LEFT_MS = 24 * HOUR_MS;

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
  new Date(until.getTime() + Math.min(Math.max(timeLeft(assignment, now), MIN_LEFT_MS), MAX_LEFT_MS));

/** The deadline of what goes on now: the time that the pause had left for it. */
export const resumedDeadline = (assignment: Paused, now: Date): Date =>
  new Date(now.getTime() + timeLeft(assignment, now));
