import { nextClose, type Clinic } from '@perezvon/clinic-hours';
import type { CallbackPromise } from '@perezvon/contracts';

/** So long before the evening that the engine names for a day, no clinic has closed on that day. */
const BEFORE_EVENING_MS = 19 * 60 * 60 * 1_000;

/**
 * By when a promise has to be kept. Where no time was said it is the end of the clinic's work on that day, or on its next
 * working day when it is closed, or has closed before the call.
 */
export const promiseDueAt = (
  { due_at: dueAt, is_time_said: isTimeSaid }: CallbackPromise,
  callDate: Date,
  clinic: Clinic,
): Date => {
  const due = new Date(dueAt);
  if (isTimeSaid) return due;
  const morning = new Date(due.getTime() - BEFORE_EVENING_MS);
  return nextClose(morning < callDate ? callDate : morning, clinic);
};
