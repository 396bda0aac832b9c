/** Why a deadline cannot be set; null: it can. One that is reached this very moment has passed. */
export const refusalOfDeadline = (dueAt: Date, now: Date): 'assignment.due_in_past' | null =>
  dueAt <= now ? 'assignment.due_in_past' : null;

/** Why a deadline cannot be moved from `current` to `dueAt`; null: it can. */
export const refusalOfExtension = (
  dueAt: Date,
  { current, now }: { current: Date; now: Date },
): 'assignment.due_in_past' | 'assignment.due_not_later' | null =>
  refusalOfDeadline(dueAt, now) ?? (dueAt <= current ? 'assignment.due_not_later' : null);
