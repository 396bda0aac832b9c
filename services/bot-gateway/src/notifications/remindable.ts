import { may } from '@perezvon/access';
import {
  isOpenAssignment,
  pauseEnd,
  type AssignmentState,
  type CompensationState,
  type Permission,
  type ReminderLevel,
  type Role,
  type UserStatus,
} from '@perezvon/contracts';
import type { Drop } from './tellable.js';

interface Noted {
  id: number;
  /** Who is to be told. */
  userId: number;
  /** Since when it waits. */
  notedAt: Date;
}

/** A reminder with its assignment as it stands now. */
export interface AssignmentReminder extends Noted {
  kind: 'assignment';
  assignmentId: number;
  level: ReminderLevel;
  /** The deadline that it is about. */
  about: Date;
  /** Since when the owner that it is about had it. */
  heldThenSince: Date;
  state: AssignmentState;
  ownerId: number;
  givenById: number;
  dueAt: Date;
  pausedUntil: Date | null;
  /** Since when its owner has it. */
  heldSince: Date;
}

/** A reminder that a compensation waits for a decision, with the compensation as it stands now. */
export interface CompensationReminder extends Noted {
  kind: 'compensation';
  state: CompensationState;
  proposedById: number;
}

export type StandingReminder = AssignmentReminder | CompensationReminder;

/** Who is to be reminded, as he is now. */
export interface Reader {
  id: number;
  role: Role | null;
  status: UserStatus;
}

/** The more there is to do about it, the later: each tells what those before it would have told. */
const GRAVITY: Readonly<Record<ReminderLevel, number>> = {
  given: 0,
  woken: 1,
  soon: 2,
  due: 3,
  giver: 4,
  superadmin: 5,
};
/** The gravest level first. */
export const byGravity = (a: { level: ReminderLevel }, b: { level: ReminderLevel }): number =>
  GRAVITY[b.level] - GRAVITY[a.level];

type Concerns = (reminder: AssignmentReminder, reader: Reader) => boolean;
const owns: Concerns = ({ ownerId }, { id }) => id === ownerId;

/** Whom a level is for, as the assignment stands now. */
const CONCERNS: Readonly<Record<ReminderLevel, Concerns>> = {
  given: owns,
  woken: owns,
  soon: owns,
  due: owns,
  giver: ({ givenById }, { id, role }) => id === givenById && may(role, 'assignments.manage'),
  superadmin: (_reminder, { role }) => role === 'superadmin',
};

/** What is said only while the deadline lies ahead. */
const BEFOREHAND: readonly ReminderLevel[] = ['woken', 'soon'];

const whyNotTellAssignment = (reminder: AssignmentReminder, reader: Reader, now: Date): Drop | null => {
  const { state, level, about, dueAt, heldThenSince, heldSince } = reminder;
  if (reader.status !== 'active' || !(may(reader.role, 'work.own') || may(reader.role, 'assignments.manage')))
    return 'not_allowed';
  if (!isOpenAssignment(state)) return 'handled';
  if (!CONCERNS[level](reminder, reader)) return 'moved';
  // Somebody else has had it since: whoever has it now is reminded anew.
  if (heldThenSince.getTime() !== heldSince.getTime()) return 'moved';
  // That it was given is news whatever became of its deadline.
  if (level !== 'given' && about.getTime() !== dueAt.getTime()) return 'moved';
  if (pauseEnd(reminder, now) !== null) return 'moved';
  return BEFOREHAND.includes(level) && dueAt <= now ? 'late' : null;
};

/** Why somebody does not learn of what he has to do with. */
export type Unheard = 'unreachable' | 'no_access';

/** @param permission without it he has no part in it. @returns null: he learns of it */
export const whyUnheard = (
  {
    role,
    status,
    unreachableSince,
  }: Pick<Reader, 'role' | 'status'> & { unreachableSince: Date | string | null },
  permission: Permission,
): Unheard | null => {
  if (status !== 'active' || !may(role, permission)) return 'no_access';
  return unreachableSince === null ? null : 'unreachable';
};

const whyNotAskToDecide = ({ state, proposedById }: CompensationReminder, reader: Reader): Drop | null => {
  const mayDecide = reader.status === 'active' && may(reader.role, 'compensation.approve');
  if (!mayDecide || proposedById === reader.id) return 'not_allowed';
  return state === 'proposed' ? null : 'handled';
};

/**
 * Why something need not be told to this person; null: it has to be. Asked again right before it is told: while it
 * waited, somebody may have done it, put it off, paused it, given it to another or decided.
 */
export const whyNotRemind = (reminder: StandingReminder, reader: Reader, now: Date): Drop | null =>
  reminder.kind === 'assignment'
    ? whyNotTellAssignment(reminder, reader, now)
    : whyNotAskToDecide(reminder, reader);

/** Those that a graver one about the same assignment makes needless. */
export const outdone = (reminders: readonly StandingReminder[]): StandingReminder[] => {
  const gravest = new Map<number, AssignmentReminder>();
  const ofAssignments = reminders.filter((one) => one.kind === 'assignment');
  for (const one of ofAssignments) {
    const known = gravest.get(one.assignmentId);
    if (!known || GRAVITY[one.level] > GRAVITY[known.level]) gravest.set(one.assignmentId, one);
  }
  return ofAssignments.filter((one) => gravest.get(one.assignmentId) !== one);
};
