import { may } from '@perezvon/access';
import {
  isOpenAssignment,
  pauseEnd,
  type AssignmentState,
  type ReminderLevel,
  type Role,
  type UserStatus,
} from '@perezvon/contracts';
import type { Drop } from './tellable.js';

/** A reminder with its assignment as it stands now. */
export interface StandingReminder {
  id: number;
  /** Who is to be told. */
  userId: number;
  assignmentId: number;
  level: ReminderLevel;
  /** The deadline that it is about. */
  about: Date;
  /** Since when it waits. */
  notedAt: Date;
  state: AssignmentState;
  ownerId: number;
  givenById: number;
  dueAt: Date;
  pausedUntil: Date | null;
}

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

type Concerns = (reminder: StandingReminder, reader: Reader) => boolean;
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

/**
 * Why an assignment need not be told to this person; null: it has to be. Asked again right before it is told: while
 * it waited, somebody may have done it, put it off, paused it or given it to another.
 */
export const whyNotRemind = (reminder: StandingReminder, reader: Reader, now: Date): Drop | null => {
  const { state, level, about, dueAt } = reminder;
  if (reader.status !== 'active' || !(may(reader.role, 'work.own') || may(reader.role, 'assignments.manage')))
    return 'not_allowed';
  if (!isOpenAssignment(state)) return 'handled';
  if (!CONCERNS[level](reminder, reader)) return 'moved';
  // That it was given is news whatever became of its deadline.
  if (level !== 'given' && about.getTime() !== dueAt.getTime()) return 'moved';
  if (pauseEnd(reminder, now) !== null) return 'moved';
  return BEFOREHAND.includes(level) && dueAt <= now ? 'late' : null;
};

/** Those that a graver one about the same assignment makes needless. */
export const outdone = <R extends Pick<StandingReminder, 'assignmentId' | 'level'>>(
  reminders: readonly R[],
): R[] => {
  const gravest = new Map<number, R>();
  for (const one of reminders) {
    const known = gravest.get(one.assignmentId);
    if (!known || GRAVITY[one.level] > GRAVITY[known.level]) gravest.set(one.assignmentId, one);
  }
  return reminders.filter((one) => gravest.get(one.assignmentId) !== one);
};
