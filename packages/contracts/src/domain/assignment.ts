import { z } from 'zod';

export const ASSIGNMENT_KINDS = ['callback', 'review', 'training'] as const;
export const AssignmentKind = z.enum(ASSIGNMENT_KINDS);
export type AssignmentKind = z.infer<typeof AssignmentKind>;

/** `overdue` is no state: it follows from `due_at` and the clock. */
export const ASSIGNMENT_STATES = ['open', 'accepted', 'in_progress', 'done', 'failed', 'cancelled'] as const;
export const AssignmentState = z.enum(ASSIGNMENT_STATES);
export type AssignmentState = z.infer<typeof AssignmentState>;

/** States in which somebody still has to act; at most one such assignment a call and kind. */
export const OPEN_ASSIGNMENT_STATES = [
  'open',
  'accepted',
  'in_progress',
] as const satisfies readonly AssignmentState[];
export const isOpenAssignment = (state: AssignmentState): boolean =>
  OPEN_ASSIGNMENT_STATES.some((open) => open === state);

/** What came of a callback. */
export const ASSIGNMENT_RESULTS = ['booked', 'refused', 'thinking', 'other'] as const;
export const AssignmentResult = z.enum(ASSIGNMENT_RESULTS);
export type AssignmentResult = z.infer<typeof AssignmentResult>;
