import { addOpenMinutes, type Clinic } from '@perezvon/clinic-hours';
import { isOpenAssignment, pauseEnd, type ReminderLevel } from '@perezvon/contracts';
import { nextReminderAt, SOON_MS, type Deadline } from './next-reminder.js';

/** An assignment as the clock sees it. */
export interface ClockedAssignment extends Deadline {
  ownerId: number;
  givenById: number;
  /** Given, or returned to its owner. */
  openedAt: Date;
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
interface DueReminder {
  level: ReminderLevel;
  userId: number;
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
  /** @returns nobody where that is only the owner himself, who knows */
  to: (assignment: ClockedAssignment, sight: ClockSight) => readonly number[];
}

/** Who is told when nothing happens: an hour is a delay, half a working day is a matter for whoever is in charge. */
const ESCALATIONS: readonly Escalation[] = [
  { level: 'giver', afterOpenMinutes: 60, to: ({ givenById }) => [givenById] },
  { level: 'superadmin', afterOpenMinutes: 240, to: (_assignment, { superadminIds }) => superadminIds },
];

/** Work that came back after its deadline is given the same time again. */
const overdueSince = ({ dueAt, openedAt }: ClockedAssignment): Date => (dueAt > openedAt ? dueAt : openedAt);

const lookAfterDeadline = (assignment: ClockedAssignment, sight: ClockSight): Omit<Look, 'isWoken'> => {
  const { dueAt, openedAt, ownerId } = assignment;
  const steps = ESCALATIONS.map(({ level, afterOpenMinutes, to }) => ({
    at: sight.afterOpenMinutes(overdueSince(assignment), afterOpenMinutes),
    reminders: to(assignment, sight)
      .filter((userId) => userId !== ownerId)
      .map((userId): DueReminder => ({ level, userId })),
  }));
  return {
    reminders: [
      ...(dueAt > openedAt ? [{ level: 'due', userId: ownerId } as const] : []),
      ...steps.filter(({ at }) => at <= sight.now).flatMap(({ reminders }) => reminders),
    ],
    nextAt: steps.find(({ at }) => at > sight.now)?.at ?? null,
  };
};

const lookBeforeDeadline = (
  { ownerId, ...assignment }: ClockedAssignment,
  { now }: ClockSight,
  isWoken: boolean,
): Omit<Look, 'isWoken'> => {
  if (isWoken)
    return { reminders: [{ level: 'woken', userId: ownerId }], nextAt: nextReminderAt(assignment, now) };
  // Somebody asked for a look before anything is due: `remind_at` was not known.
  if (assignment.dueAt.getTime() - now.getTime() > SOON_MS)
    return { reminders: [], nextAt: nextReminderAt(assignment, now) };
  return { reminders: [{ level: 'soon', userId: ownerId }], nextAt: assignment.dueAt };
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
