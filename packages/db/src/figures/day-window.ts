/** Whole clinic days, first and last included, as PostgreSQL dates (midnight UTC of that date). */
export interface DayWindow {
  firstDay: Date;
  lastDay: Date;
}

const DATE_LENGTH = 'yyyy-mm-dd'.length;

/** `2026-11-24`: a PostgreSQL date as people and sorts have it. */
export const isoDay = (day: Date): string => day.toISOString().slice(0, DATE_LENGTH);

/** The PostgreSQL date that is written `2026-11-24`. */
export const dayOfIso = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** The part of a Prisma `where` that keeps the window's days. */
export const inWindow = ({ firstDay, lastDay }: DayWindow) => ({ day: { gte: firstDay, lte: lastDay } });
