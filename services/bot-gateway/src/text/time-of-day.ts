const HOUR_MINUTES = 60;
const MAX_HOUR = 23;
const MAX_MINUTE = 59;

/** `08:00`: minutes after midnight as a clock shows them. */
export const timeOfDay = (minute: number): string =>
  [Math.floor(minute / HOUR_MINUTES), minute % HOUR_MINUTES]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** «8», «08:30», «в 8.30», «9 утра», «10 часов вечера» */
const CLOCK =
  /^(?:в|к|at)?\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*ч(?:\.|ас|аса|асов)?)?(?:\s*(утра|дня|вечера|ночи|am|pm))?$/i;
const NOON = 12;
/** «11 ночи» is before midnight, «2 ночи» is after it. */
const FIRST_NIGHT_HOUR = 9;

/** The parts of the day that are said behind an hour. */
export const PART_OF_HOUR = /^(?:утра|дня|вечера|ночи|am|pm)$/i;

/**
 * The hour of the day that is meant by one of the clock and the part of the day after it, see `PART_OF_HOUR`.
 * @param part undefined: nothing is said behind it
 */
export const hourOfDay = (hour: number, part: string | undefined): number => {
  if (part === undefined || hour > NOON) return hour;
  const isMorning = /^(утра|am)$/i.test(part);
  const isNight = /^ночи$/i.test(part);
  // Midnight of «12 ночи», noon of «12 дня».
  if (hour === NOON) return isMorning || isNight ? 0 : NOON;
  return isMorning || (isNight && hour < FIRST_NIGHT_HOUR) ? hour : hour + NOON;
};

/** A time of day as people type it, in minutes after midnight; null: it is none. */
export const parseTimeOfDay = (text: string): number | null => {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const [hour, minute] = [hourOfDay(Number(match[1]), match[3]), Number(match[2] ?? 0)];
  return hour <= MAX_HOUR && minute <= MAX_MINUTE ? hour * HOUR_MINUTES + minute : null;
};

/** What stands between the ends of «22-8», «с 22 до 8», «с 10 вечера до 7 утра». */
const BETWEEN = /\s*[-–—]\s*|\s+(?:до|to)\s+/i;
/** «22 8» */
const TWO_NUMBERS = /^([\d:.]+)\s+([\d:.]+)$/;

/** A part of the day as people type it; null: it is none, or has no length. */
export const parseSpanOfDay = (text: string): { from: number; to: number } | null => {
  const written = text.trim().replace(/^(?:с|from)\s*/i, '');
  const ends = TWO_NUMBERS.exec(written)?.slice(1) ?? written.split(BETWEEN);
  if (ends.length !== 2) return null;
  const [from = null, to = null] = ends.map((end) => parseTimeOfDay(end));
  return from === null || to === null || from === to ? null : { from, to };
};
