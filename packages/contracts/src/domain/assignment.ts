import { z } from 'zod';

/** What somebody is given to do. The first four kinds are about a call. */
export const ASSIGNMENT_KINDS = [
  'callback',
  'review',
  'training',
  'compensation',
  'marketing',
  'task',
] as const;
export const AssignmentKind = z.enum(ASSIGNMENT_KINDS);
export type AssignmentKind = z.infer<typeof AssignmentKind>;

/** Whether a kind has to have a thing, may have it, or has no place for it. */
export type FieldRule = 'required' | 'optional' | 'none';

/** What an assignment of each kind is made of, besides its owner and its deadline. */
export const KIND_FIELDS = {
  callback: { call: 'required', words: 'optional', channel: 'none', training: 'none' },
  review: { call: 'required', words: 'optional', channel: 'none', training: 'none' },
  /** From one call, or from a pattern in many. */
  training: { call: 'optional', words: 'optional', channel: 'none', training: 'required' },
  compensation: { call: 'required', words: 'optional', channel: 'none', training: 'none' },
  marketing: { call: 'optional', words: 'required', channel: 'required', training: 'none' },
  task: { call: 'optional', words: 'required', channel: 'none', training: 'none' },
} as const satisfies Record<
  AssignmentKind,
  Readonly<Record<'call' | 'words' | 'channel' | 'training', FieldRule>>
>;

/** Kinds that people give away themselves: a compensation is opened by its approval alone. */
export const GivenKind = AssignmentKind.exclude(['compensation']);
export type GivenKind = z.infer<typeof GivenKind>;

/** Kinds of which many calls are given away at once. */
export const BatchKind = AssignmentKind.extract(['callback', 'review']);
export type BatchKind = z.infer<typeof BatchKind>;

/** Calls given away in one go, at most: one transaction, and what one person can do in a day. */
export const BATCH_LIMIT = 50;

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
/** Whether somebody still has to act. */
export const isOpenAssignment = (state: AssignmentState): boolean =>
  OPEN_ASSIGNMENT_STATES.some((open) => open === state);

interface Pausable {
  /** null, or a moment that has come: it is not paused. */
  pausedUntil: Date | null;
}

/** Until when nothing is expected of anybody; null: it is not paused. A pause ends by the clock alone. */
export const pauseEnd = ({ pausedUntil }: Pausable, now: Date): Date | null =>
  pausedUntil !== null && pausedUntil > now ? pausedUntil : null;

/** «Просрочено» is no state: it follows from the deadline and the clock. A pause moves the deadline behind itself. */
export const isOverdue = ({ state, dueAt }: { state: AssignmentState; dueAt: Date }, now: Date): boolean =>
  isOpenAssignment(state) && dueAt < now;

/** What can come of an assignment, of any kind. */
export const ASSIGNMENT_RESULTS = [
  'booked',
  'refused',
  'thinking',
  'other',
  'confirmed',
  'not_confirmed',
  'process',
] as const;
export const AssignmentResult = z.enum(ASSIGNMENT_RESULTS);
export type AssignmentResult = z.infer<typeof AssignmentResult>;

/** The answers that each kind has to choose from when it is done; none: done is all there is to say. */
export const RESULTS_OF: Readonly<Record<AssignmentKind, readonly AssignmentResult[]>> = {
  callback: ['booked', 'refused', 'thinking', 'other'],
  /** Whether the operator is to blame, is not, or the way the clinic works is. */
  review: ['confirmed', 'not_confirmed', 'process'],
  training: [],
  compensation: [],
  marketing: ['booked', 'refused', 'thinking', 'other'],
  task: [],
};

/** Why a deadline moves, or work rests, fails or is dropped; `other` needs words. */
export const ASSIGNMENT_REASONS = [
  'client_asked',
  'no_answer',
  'no_time',
  'waits_for_doctor',
  'wrong_number',
  'client_declines',
  'not_possible',
  'not_needed',
  'mistake',
  'duplicate',
  'client_came',
  'other',
] as const;
export const AssignmentReason = z.enum(ASSIGNMENT_REASONS);
export type AssignmentReason = z.infer<typeof AssignmentReason>;

/** Moves that have to be explained, with the reasons that each may have. */
export const REASONS_OF = {
  extend: ['client_asked', 'no_answer', 'no_time', 'waits_for_doctor', 'other'],
  pause: ['client_asked', 'waits_for_doctor', 'other'],
  fail: ['no_answer', 'wrong_number', 'client_declines', 'not_possible', 'other'],
  cancel: ['not_needed', 'client_came', 'duplicate', 'mistake', 'other'],
} as const satisfies Record<string, readonly AssignmentReason[]>;

/** How a marketing action reaches the client. */
export const MARKETING_CHANNELS = ['call', 'messenger', 'sms', 'email', 'advertising'] as const;
export const MarketingChannel = z.enum(MARKETING_CHANNELS);
export type MarketingChannel = z.infer<typeof MarketingChannel>;

/** Something that an assignment makes one person be told of. */
const REMINDER_LEVELS = ['given', 'soon', 'due', 'woken', 'giver', 'superadmin'] as const;
export const ReminderLevel = z.enum(REMINDER_LEVELS);
export type ReminderLevel = z.infer<typeof ReminderLevel>;

/** Talk of an outgoing call that counts as having spoken with the client, in seconds: less is a voicemail or a no. */
export const PROOF_TALK_SECONDS = 30;
