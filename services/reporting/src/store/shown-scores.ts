import { Prisma } from '@perezvon/db';
import { unreadAmong } from '@perezvon/db/calls';

/** A clinic day: where it lies in time depends on the clinic's time zone. */
export interface ClinicDay {
  /** `2026-11-24` */
  day: string;
  timeZone: string;
}

/** Whether a moment lies on the day. Both bounds are plain values: PostgreSQL has to see how few calls a day has. */
const isOn = (moment: Prisma.Sql, { day, timeZone }: ClinicDay): Prisma.Sql => Prisma.sql`
  ${moment} >= ${day}::date::timestamp AT TIME ZONE ${timeZone}
  AND ${moment} < (${day}::date + 1)::timestamp AT TIME ZONE ${timeZone}`;

/** Scores that are shown (`call_scores AS shown`) of the calls that started on a day. */
export const shownOn = (day: ClinicDay): Prisma.Sql =>
  Prisma.sql`shown.is_current AND ${isOn(Prisma.sql`shown.call_date`, day)}`;

/**
 * Whether a client was missed, by the scores of `calls`: he called, and nobody answered. Neither an outgoing call
 * without an answer is that, nor one whose transcript has not come (`toldOutcome`).
 */
export const missedAmong = (scores: 's' | 'shown'): Prisma.Sql =>
  Prisma.sql`${Prisma.raw(scores)}.outcome = 'missed' AND calls.direction = 'inbound' AND NOT ${unreadAmong(scores)}`;
