import { PATTERN_DAYS } from '@perezvon/contracts';
import { periodEnding, type Period } from '@perezvon/db/calls';
import { DateTime } from 'luxon';

/** As long as it takes an operator to talk with enough clients; short enough that nothing else has changed much. */
export const MEASURED_DAYS = 30;

const daysAfter = (at: Date, days: number, timezone: string): Date =>
  DateTime.fromJSDate(at, { zone: timezone }).plus({ days }).toJSDate();

/**
 * What a training is measured against: the clinic days before the week that it was given in. That week is left out: it
 * was chosen for being bad, and any week after a bad one looks better by itself (regression to the mean).
 */
export const daysBeforeTraining = (givenAt: Date, timezone: string): Period<number> =>
  periodEnding(daysAfter(givenAt, -PATTERN_DAYS, timezone), MEASURED_DAYS, timezone);

/** The clinic days from the one after it was done; those that have not come yet have no calls. */
export const daysAfterTraining = (doneAt: Date, timezone: string): Period<number> =>
  periodEnding(daysAfter(doneAt, MEASURED_DAYS, timezone), MEASURED_DAYS, timezone);
