import { HOUR_MS } from '../domain/durations.js';
import { atMinute, dateOf, dayOfDate, clinicDay } from '../domain/clinic-day.js';
import { USUAL_DIGEST_AT, type NotificationSettings } from './settings.js';

/** What is told once a day or week. */
export type SummaryKind = 'digest' | 'weekly';

/** One summary: its kind and clinic day make it one a day. */
export interface Summary {
  kind: SummaryKind;
  /** `2026-11-24` */
  date: string;
}

/** The same as text. */
export const summaryKey = ({ kind, date }: Summary): string => `${kind} ${date}`;

/** Later than this after its time a morning digest says nothing new any more. */
export const SUMMARY_LATE_MS = 6 * HOUR_MS;
const MONDAY = 1;

type Chosen = Pick<NotificationSettings, 'digestAt' | 'weekly'>;

/** When a summary of a day is due. The weekly one comes with the digest, or at its usual time. */
const momentOf = (date: string, { digestAt }: Chosen, timezone: string): Date =>
  atMinute(dayOfDate(date, timezone), digestAt ?? USUAL_DIGEST_AT);

/** Whether a summary of this day comes too late to be sent. */
export const isTooLate = (
  date: string,
  chosen: Chosen,
  { now, timezone }: { now: Date; timezone: string },
): boolean => now.getTime() - momentOf(date, chosen, timezone).getTime() >= SUMMARY_LATE_MS;

/**
 * The summaries that a person should have by now.
 * @param chosenAt when he chose so, or got his role: a time of day that was over then is not made up for
 */
export const dueSummaries = (
  chosen: Chosen,
  chosenAt: Date,
  { now, timezone }: { now: Date; timezone: string },
): Summary[] => {
  // Most people: nothing of the calendar is worked out for them every other second.
  if (chosen.digestAt === null && !chosen.weekly) return [];
  const today = clinicDay(now, timezone);
  // A late hour's summary may still be on its way after midnight.
  return [today, today.minus({ days: 1 })].flatMap((day) => {
    const date = dateOf(day);
    const moment = momentOf(date, chosen, timezone);
    if (moment > now || moment <= chosenAt || isTooLate(date, chosen, { now, timezone })) return [];
    return [
      ...(chosen.digestAt === null ? [] : [{ kind: 'digest' as const, date }]),
      ...(chosen.weekly && day.weekday === MONDAY ? [{ kind: 'weekly' as const, date }] : []),
    ];
  });
};
