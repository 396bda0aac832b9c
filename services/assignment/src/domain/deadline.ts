import { deadlineAgain } from './time-left.js';

/** Why a deadline cannot be set; null: it can. One that is reached this very moment has passed. */
export const refusalOfDeadline = (dueAt: Date, now: Date): 'assignment.due_in_past' | null =>
  dueAt <= now ? 'assignment.due_in_past' : null;

/** Why a deadline cannot be moved from `current` to `dueAt`; null: it can. */
export const refusalOfExtension = (
  dueAt: Date,
  { current, now }: { current: Date; now: Date },
): 'assignment.due_in_past' | 'assignment.due_not_later' | null =>
  refusalOfDeadline(dueAt, now) ?? (dueAt <= current ? 'assignment.due_not_later' : null);

/** The deadline of work that is sent back: the same if it lies ahead, else as much time again as there was for it. */
export const returnedDeadline = ({ dueAt, openedAt }: { dueAt: Date; openedAt: Date }, now: Date): Date =>
  dueAt > now ? dueAt : deadlineAgain(now, dueAt.getTime() - openedAt.getTime());
