import { addOpenMinutes, type Clinic } from '@perezvon/clinic-hours';
import { isOpenAssignment, pauseEnd, type ReminderLevel } from '@perezvon/contracts';
import { nextReminderAt, SOON_MS, type Deadline } from './next-reminder.js';

/**
 * Whether a person can be told of an assignment. `unreachable`: Telegram says that he has closed the bot, and he is told
 * when he is back. `no_access`: he is blocked, or his role has no part in it any more.
 */
export type Hearing = 'hears' | 'unreachable' | 'no_access';

/** An assignment as the clock sees it. */
export interface ClockedAssignment extends Deadline {
  ownerId: number;
  ownerHearing: Hearing;
  givenById: number;
  giverHearing: Hearing;
  /** Since when its owner has it: given, returned or handed on to him. */
  heldSince: Date;
}

/** By what the clock decides about all assignments of one look. */
export interface ClockSight {
  now: Date;
  /** Whom the last level reaches. */
  superadminIds: readonly number[];
  /** The moment by which the clinic has been open for so many minutes since `from`. */
  afterOpenMinutes: (from: Date, minutes: number) => Date;
}

/** What the clock sees by: many deadlines of one moment are worked out once. */
export const clockSight = ({
  clinic,
  ...seen
}: Omit<ClockSight, 'afterOpenMinutes'> & { clinic: Clinic }): ClockSight => {
  const known = new Map<string, Date>();
  return {
    ...seen,
    afterOpenMinutes: (from, minutes) => {
      const key = `${from.getTime()} ${minutes}`;
      const at = known.get(key) ?? addOpenMinutes(from, minutes, clinic);
      known.set(key, at);
      return at;
    },
  };
};

/** Somebody has to know of something. */
export interface DueReminder {
  level: ReminderLevel;
  userId: number;
  /** Told before its time: whoever is told before him cannot be. */
  isPassedOn: boolean;
}

/** What one look at an assignment comes to. */
export interface Look {
  /** All that should have been told of this deadline by now; what was told before is not told again. */
  reminders: readonly DueReminder[];
  /** null: nothing is left to be told. */
  nextAt: Date | null;
  /** The pause is over. */
  isWoken: boolean;
}

interface Escalation {
  level: Extract<ReminderLevel, 'giver' | 'superadmin'>;
  /** After the deadline, while the clinic is open: nobody is blamed for a night. */
  afterOpenMinutes: number;
  to: (assignment: ClockedAssignment, sight: ClockSight) => readonly number[];
  /** Who is told before this level: it waits for its time only where he can be told. */
  previous: (assignment: ClockedAssignment) => Hearing;
}

/** Who is told when nothing happens: an hour is a delay, half a working day is a matter for whoever is in charge. */
const ESCALATIONS: readonly Escalation[] = [
  {
    level: 'giver',
    afterOpenMinutes: 60,
    to: ({ givenById, giverHearing }) => (giverHearing === 'no_access' ? [] : [givenById]),
    previous: ({ ownerHearing }) => ownerHearing,
  },
  {
    level: 'superadmin',
    afterOpenMinutes: 240,
    to: (_assignment, { superadminIds }) => superadminIds,
    previous: ({ giverHearing }) => giverHearing,
  },
];

/** Whoever got it after its deadline has the same time for it again. */
const lateSince = ({ dueAt, heldSince }: ClockedAssignment): Date => (dueAt > heldSince ? dueAt : heldSince);

interface Step {
  /** When the level is told where everybody before it can be. */
  ownAt: Date;
  /** When it is told. */
  at: Date;
  reminders: readonly DueReminder[];
}

/** The levels after the deadline. One that nobody can be told is passed over: the next one is told in its place. */
const stepsOf = (assignment: ClockedAssignment, sight: ClockSight): Step[] => {
  const since = lateSince(assignment);
  const steps: Step[] = [];
  let previousAt = since;
  for (const { level, afterOpenMinutes, to, previous } of ESCALATIONS) {
    const ownAt = sight.afterOpenMinutes(since, afterOpenMinutes);
    const isPassedOn = previous(assignment) !== 'hears';
    const at = isPassedOn ? previousAt : ownAt;
    // Nobody is told of his own delay as if it were somebody else's.
    const userIds = to(assignment, sight).filter((userId) => userId !== assignment.ownerId);
    steps.push({ ownAt, at, reminders: userIds.map((userId) => ({ level, userId, isPassedOn })) });
    previousAt = at;
  }
  return steps;
};

/** The deadline itself is news to whoever had it before, and is there to be told. */
const deadlineReminders = ({ dueAt, heldSince, ownerId, ownerHearing }: ClockedAssignment): DueReminder[] =>
  dueAt > heldSince && ownerHearing !== 'no_access'
    ? [{ level: 'due', userId: ownerId, isPassedOn: false }]
    : [];

const lookAfterDeadline = (assignment: ClockedAssignment, sight: ClockSight): Omit<Look, 'isWoken'> => {
  const steps = stepsOf(assignment, sight);
  return {
    reminders: [
      ...deadlineReminders(assignment),
      ...steps.filter(({ at }) => at <= sight.now).flatMap(({ reminders }) => reminders),
    ],
    // Who can be told now may be gone by then, and the other way round: each level is looked at in its own time.
    nextAt: steps.find(({ ownAt }) => ownAt > sight.now)?.ownAt ?? null,
  };
};

const lookBeforeDeadline = (
  { ownerId, ...assignment }: ClockedAssignment,
  { now }: ClockSight,
  isWoken: boolean,
): Omit<Look, 'isWoken'> => {
  const toOwner = (level: ReminderLevel): DueReminder => ({ level, userId: ownerId, isPassedOn: false });
  if (isWoken) return { reminders: [toOwner('woken')], nextAt: nextReminderAt(assignment, now) };
  // Somebody asked for a look before anything is due: `remind_at` was not known.
  if (assignment.dueAt.getTime() - now.getTime() > SOON_MS)
    return { reminders: [], nextAt: nextReminderAt(assignment, now) };
  return { reminders: [toOwner('soon')], nextAt: assignment.dueAt };
};

/**
 * Who has to know what of an assignment whose `remind_at` has come, and when the clock looks at it again.
 * It says the same however often and however late it is asked: a clock that stood still loses nothing.
 */
export const lookAt = (assignment: ClockedAssignment, sight: ClockSight): Look => {
  const { state, dueAt, pausedUntil } = assignment;
  if (!isOpenAssignment(state)) return { reminders: [], nextAt: null, isWoken: false };
  const rests = pauseEnd(assignment, sight.now);
  if (rests !== null) return { reminders: [], nextAt: rests, isWoken: false };
  const isWoken = pausedUntil !== null;
  const look =
    dueAt > sight.now ? lookBeforeDeadline(assignment, sight, isWoken) : lookAfterDeadline(assignment, sight);
  return { ...look, isWoken };
};
