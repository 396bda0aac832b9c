const HOUR_MINUTES = 60;
const MAX_HOUR = 23;
const MAX_MINUTE = 59;

/** `08:00`: minutes after midnight as a clock shows them. */
export const timeOfDay = (minute: number): string =>
  [Math.floor(minute / HOUR_MINUTES), minute % HOUR_MINUTES]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** «8», «08:30», «8.30» */
const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?$/;

/** A time of day as people type it, in minutes after midnight; null: it is none. */
export const parseTimeOfDay = (text: string): number | null => {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour <= MAX_HOUR && minute <= MAX_MINUTE ? hour * HOUR_MINUTES + minute : null;
};

/** «22-8», «22:30–7:00», «с 22 до 8», «from 22 to 8» */
const SPAN = /^(?:с|from)?\s*([\d:.]+)\s*(?:[-–—]|до|to|\s)\s*([\d:.]+)$/i;

/** A part of the day as people type it; null: it is none, or has no length. */
export const parseSpanOfDay = (text: string): { from: number; to: number } | null => {
  const match = SPAN.exec(text.trim());
  const from = parseTimeOfDay(match?.[1] ?? '');
  const to = parseTimeOfDay(match?.[2] ?? '');
  return from === null || to === null || from === to ? null : { from, to };
};
