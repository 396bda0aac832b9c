import type { ClinicHours, OpenSpan } from '@perezvon/contracts';
import { dayOf, minuteOf, type Clinic } from './clinic.js';

/** The hours in which the clinic is open on some day of the week: what lies outside is night on all of them. */
const wakingHours = ({ week }: ClinicHours): OpenSpan => {
  const spans = week.flatMap((span) => (span === null ? [] : [span]));
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
};

/**
 * When the clinic's night ends that `at` lies in. A closed day has its day, too: a deadline on a Sunday was set on
 * purpose.
 * @returns null: it is not night; a clinic that never closes has none
 */
export const nightUntil = (at: Date, clinic: Clinic): Date | null => {
  const { from, to } = wakingHours(clinic.hours);
  const today = dayOf(at, clinic);
  if (at < minuteOf(today, from)) return minuteOf(today, from);
  const evening = minuteOf(today, to);
  if (at < evening) return null;
  return minuteOf(today.plus({ days: 1 }), from);
};
