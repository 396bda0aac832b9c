import { MINUTE_MS } from '../domain/durations.js';
import { clinicDay } from '../domain/clinic-day.js';
import { quietUntil } from './quiet-hours.js';
import type { NotificationSettings } from './settings.js';

/** Calls of one trouble come together: half a minute makes them one message, and nobody is told later than in a minute. */
export const GROUP_MS = 30_000;
/** Whoever has just been told is looking already: the next message may wait this long. */
export const SPACING_MS = 5 * MINUTE_MS;

/** What has been told to a person, and what waits. */
interface AlertState {
  /** Since when the oldest red call waits. */
  waitingSince: Date;
  /** The last message about red calls; null: none. */
  lastAlertAt: Date | null;
  /** Messages about red calls on the clinic's day of `now`. */
  alertsToday: number;
}

type Limits = Pick<NotificationSettings, 'quietHours' | 'dailyBudget'>;

/**
 * The first moment from `now` on at which a person may be told of the red calls that wait: grouped, not too often,
 * within his budget of the day and outside his quiet hours.
 */
export const nextAlertAt = (
  { waitingSince, lastAlertAt, alertsToday }: AlertState,
  { quietHours, dailyBudget }: Limits,
  { now, timezone }: { now: Date; timezone: string },
): Date => {
  const grouped = new Date(
    Math.max(
      now.getTime(),
      waitingSince.getTime() + GROUP_MS,
      lastAlertAt === null ? 0 : lastAlertAt.getTime() + SPACING_MS,
    ),
  );
  const tomorrow = clinicDay(now, timezone).plus({ days: 1 }).toJSDate();
  const isSpent = dailyBudget !== null && alertsToday >= dailyBudget;
  const allowed = isSpent && grouped < tomorrow ? tomorrow : grouped;
  return quietUntil(allowed, quietHours, timezone) ?? allowed;
};
