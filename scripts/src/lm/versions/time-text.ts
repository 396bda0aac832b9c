const MINUTES_LENGTH = 'YYYY-MM-DDTHH:MM'.length;

/** `2026-11-24T12:00Z` */
export const timeText = (at: Date): string => `${at.toISOString().slice(0, MINUTES_LENGTH)}Z`;
